package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.avancement.Portee;
import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.grille.Extrait;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads who works on some lots. */
@Component
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class GensLecture {

    private final JdbcClient jdbc;

    private record Personne(Grille.Ligne ligne, long total) {}

    /** People with counted hours up to a day, each once. */
    public long count(Portee portee, long id, LocalDate au, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select count(distinct h.beneficiaire_id) from (%s) l
                          join heure_comptee h on h.structure_id = :structure and h.lot_id = l.id
                         where h.mois <= :au""".formatted(portee.lots()))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("au", au)
                .query(Long.class)
                .single();
    }

    /**
     * Who works or is to work there, by name: hours that do not count are not in the figure, but their person is there.
     *
     * @param contrats the address of the list of their contracts
     */
    public Extrait named(Portee portee, long id, LocalDate au, String contrats, UtilisateurConnecte moi) {
        List<Personne> personnes = jdbc.sql("""
                        with lots as (%s),
                        fait as (
                            select h.beneficiaire_id, sum(h.heures) as heures, max(h.mois) as dernier from heure_comptee h
                             where h.structure_id = :structure and h.lot_id in (select id from lots) and h.mois <= :au
                             group by h.beneficiaire_id),
                        presents as (
                            select c.beneficiaire_id, string_agg(distinct e.nom, ', ') as employeurs from contrat_insertion c
                              join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
                             where c.structure_id = :structure and c.id in (
                                   select contrat_id from releve_heures where structure_id = :structure and lot_id in (select id from lots)
                                   union all
                                   select contrat_id from affectation where structure_id = :structure and lot_id in (select id from lots))
                             group by c.beneficiaire_id)
                        select b.id, coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as personne, p.employeurs,
                               coalesce(f.heures, 0) as heures, f.dernier, count(*) over () as total
                          from presents p
                          join beneficiaire b on b.structure_id = :structure and b.id = p.beneficiaire_id
                          left join fait f on f.beneficiaire_id = p.beneficiaire_id
                         order by coalesce(f.heures, 0) desc, b.nom_normalise, b.prenom_normalise, b.id limit %d""".formatted(portee.lots(), Extrait.AU_PLUS))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("au", au)
                .query((ligne, rang) -> {
                    LocalDate dernier = ligne.getObject("dernier", LocalDate.class);
                    return new Personne(
                            new Grille.Ligne(
                                    Arrays.asList(
                                            ligne.getString("personne"),
                                            ligne.getString("employeurs"),
                                            new Heures(ligne.getBigDecimal("heures")),
                                            dernier == null ? null : YearMonth.from(dernier)),
                                    "/beneficiaires/" + ligne.getLong("id")),
                            ligne.getLong("total"));
                })
                .list();
        Grille grille = new Grille(
                "personnes",
                "Personnes",
                "Heures comptées jusqu’au " + DateFrancaise.affiche(au) + ".",
                List.of(
                        Grille.Colonne.texte("Personne"),
                        Grille.Colonne.texte("Employeur"),
                        Grille.Colonne.chiffre("Heures comptées"),
                        Grille.Colonne.texte("Dernières heures")),
                personnes.stream().map(Personne::ligne).toList(),
                null);
        return new Extrait(grille, personnes.isEmpty() ? 0 : personnes.get(0).total(), contrats);
    }
}
