package fr.suiviclauses.entreprise;

import fr.suiviclauses.avancement.ActionsLecture;
import fr.suiviclauses.avancement.Avancement;
import fr.suiviclauses.avancement.AvancementLecture;
import fr.suiviclauses.avancement.Avancements;
import fr.suiviclauses.avancement.Portee;
import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.commun.grille.Extrait;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import fr.suiviclauses.commun.saisie.Conflit;
import fr.suiviclauses.contact.ContactService;
import fr.suiviclauses.contact.Tiers;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.RoleParticipation;
import fr.suiviclauses.referentiel.TypeEntreprise;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads a company's record. SQL, for its figures are sums over hours that no entity of this feature holds. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class EntrepriseLecture {

    private final JdbcClient jdbc;
    private final ContactService contacts;
    private final MoisManquantsLecture manquants;
    private final AvancementLecture avancements;
    private final ActionsLecture actions;
    private final EntrepriseChronologie chronologie;
    private final Clock clock;

    private record Contrat(Grille.Ligne ligne, long total) {}

    /**
     * What the record begins with.
     *
     * @param contrats how many contracts it is the employer or the holder of
     */
    record Identite(
            long id,
            String nom,
            @Nullable String siren,
            TypeEntreprise type,
            boolean actif,
            int version,
            @Nullable Long fusionneDans,
            long marches,
            long contrats,
            long personnes) {}

    Identite identite(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select e.id, e.nom, e.siren, e.type, e.actif, e.version, e.fusionne_dans,
                               (select count(distinct l.marche_id) from participation p
                                  join lot l on l.structure_id = p.structure_id and l.id = p.lot_id
                                 where p.structure_id = e.structure_id and p.entreprise_id = e.id) as marches,
                               (select count(*) from contrat_insertion c
                                 where c.structure_id = e.structure_id and e.id in (c.employeur_id, c.titulaire_id)) as contrats,
                               (select count(distinct c.beneficiaire_id) from contrat_insertion c
                                 where c.structure_id = e.structure_id and c.employeur_id = e.id) as personnes
                          from entreprise e where e.structure_id = :structure and e.id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Identite.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette entreprise n’existe pas."));
    }

    /** A record that was not merged into another. */
    Identite standing(long id, UtilisateurConnecte moi) {
        Identite identite = identite(id, moi);
        if (identite.fusionneDans != null) throw new IntrouvableException("Cette entreprise a été fusionnée.");
        return identite;
    }

    EntreprisePage page(Identite identite, UtilisateurConnecte moi) {
        long id = identite.id;
        LocalDate jour = moi.dateMetier(clock);
        List<EntreprisePage.Absorbee> absorbees = absorbees(id, moi);
        return new EntreprisePage(
                id,
                identite.nom,
                identite.siren,
                identite.type.libelle(),
                identite.actif,
                identite.marches == 0 && identite.contrats == 0 && absorbees.isEmpty(),
                sirets(id, moi),
                contacts.list(Tiers.ENTREPRISE, id, moi),
                identite.marches,
                identite.personnes,
                actions.due(Portee.ENTREPRISE, id, jour, moi),
                roles(id, jour, moi),
                moi.mayOpen("/contrats") ? contrats(id, jour, moi) : null,
                annees(id, moi),
                manquants.of(id, moi),
                chronologie.of(id, moi),
                absorbees);
    }

    /** The form on a record. */
    EntrepriseForm form(Identite identite, UtilisateurConnecte moi) {
        List<String> sirets = sirets(identite.id, moi);
        return new EntrepriseForm(
                identite.nom,
                identite.siren == null ? "" : identite.siren,
                identite.type.name(),
                String.join("\n", sirets),
                Integer.toString(identite.version),
                Conflit.several(sirets.stream()),
                "");
    }

    private List<EntreprisePage.Absorbee> absorbees(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select f.id as fusion, e.nom, f.fait_le, u.nom as auteur from fusion_entreprise f
                          join entreprise e on e.structure_id = f.structure_id and e.id = f.absorbe_id
                          left join utilisateur u on u.structure_id = f.structure_id and u.id = f.fait_par
                         where f.structure_id = :structure and f.garde_id = :id and f.annule_le is null
                         order by f.id desc""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> new EntreprisePage.Absorbee(
                        ligne.getLong("fusion"),
                        ligne.getString("nom"),
                        DateFrancaise.affiche(ligne.getTimestamp("fait_le")
                                .toInstant()
                                .atZone(clock.getZone())
                                .toLocalDate()),
                        ligne.getString("auteur")))
                .list();
    }

    private List<String> sirets(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select siret from entreprise_siret
                         where structure_id = :structure and entreprise_id = :id order by siret""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Every figure is the lot's, whoever did the hours. */
    private Grille roles(long id, LocalDate jour, UtilisateurConnecte moi) {
        Avancements faits = avancements.read(Portee.ENTREPRISE, id, jour, moi);
        List<Grille.Ligne> lignes = jdbc.sql("""
                        select m.id, l.id as lot, m.reference, l.numero, d.nom as donneur, p.role, p.part, a.fin
                          from participation p
                          join lot l on l.structure_id = p.structure_id and l.id = p.lot_id
                          join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                          join marche_actif a on a.structure_id = m.structure_id and a.marche_id = m.id
                          join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                         where p.structure_id = :structure and p.entreprise_id = :id
                         order by a.debut desc, m.reference, l.numero, p.role""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> new Grille.Ligne(
                        Stream.concat(
                                        Stream.of(
                                                ligne.getString("reference") + ", lot " + ligne.getString("numero"),
                                                ligne.getString("donneur"),
                                                role(ligne),
                                                ligne.getObject("fin", LocalDate.class)),
                                        faits.lot(ligne.getLong("lot")).valeurs().stream())
                                .toList(),
                        "/marches/" + ligne.getLong("id")))
                .list();
        return new Grille(
                "roles",
                "Marchés et lots",
                "",
                Stream.concat(
                                Stream.of(
                                        Colonne.texte("Lot"),
                                        Colonne.texte("Donneur d’ordres"),
                                        Colonne.texte("Rôle"),
                                        Colonne.texte("Fin")),
                                Avancement.COLONNES.stream())
                        .toList(),
                lignes,
                null);
    }

    /** "Titulaire, 60,0 %". */
    private static String role(ResultSet ligne) throws SQLException {
        String role = RoleParticipation.valueOf(ligne.getString("role")).libelle();
        BigDecimal part = ligne.getBigDecimal("part");
        return part == null
                ? role
                : role + ", " + Part.of(part, BigDecimal.valueOf(100)).affiche(1);
    }

    private Extrait contrats(long id, LocalDate jour, UtilisateurConnecte moi) {
        List<Contrat> contrats = jdbc.sql("""
                        with fait as (
                            select h.contrat_id, sum(h.heures) as heures, max(h.mois) as dernier from contrat_insertion c
                              join heure_comptee h on h.structure_id = c.structure_id and h.contrat_id = c.id
                             where c.structure_id = :structure and c.employeur_id = :id group by h.contrat_id)
                        select c.id, coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as personne, c.modalite, c.debut, c.fin,
                               coalesce(f.heures, 0) as heures, count(*) over () as total
                          from contrat_insertion c
                          join beneficiaire b on b.structure_id = c.structure_id and b.id = c.beneficiaire_id
                          left join fait f on f.contrat_id = c.id
                         where c.structure_id = :structure and c.employeur_id = :id
                         order by c.fin is not null and c.fin < :jour, c.debut desc, personne, c.id limit %d""".formatted(Extrait.AU_PLUS))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", jour)
                .query((ligne, rang) -> new Contrat(
                        new Grille.Ligne(
                                Arrays.asList(
                                        ligne.getString("personne"),
                                        Modalite.valueOf(ligne.getString("modalite"))
                                                .libelle(),
                                        ligne.getObject("debut", LocalDate.class),
                                        ligne.getObject("fin", LocalDate.class),
                                        new Heures(ligne.getBigDecimal("heures"))),
                                "/contrats/" + ligne.getLong("id")),
                        ligne.getLong("total")))
                .list();
        Grille grille = new Grille(
                "contrats",
                "Personnes employées",
                "",
                List.of(
                        Colonne.texte("Personne"),
                        Colonne.texte("Modalité"),
                        Colonne.texte("Début"),
                        Colonne.texte("Fin"),
                        Colonne.chiffre("Heures comptées")),
                contrats.stream().map(Contrat::ligne).toList(),
                null);
        return new Extrait(
                grille, contrats.isEmpty() ? 0 : contrats.get(0).total(), "/contrats?etat=tous&employeur=" + id);
    }

    private Grille annees(long id, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        select extract(year from h.mois)::integer as annee, sum(h.heures) as heures,
                               count(distinct h.beneficiaire_id) as personnes
                          from contrat_insertion c
                          join heure_comptee h on h.structure_id = c.structure_id and h.contrat_id = c.id
                         where c.structure_id = :structure and c.employeur_id = :id
                         group by annee order by annee desc""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> Grille.Ligne.of(
                        Year.of(ligne.getInt("annee")),
                        new Heures(ligne.getBigDecimal("heures")),
                        ligne.getLong("personnes")))
                .list();
        return new Grille(
                "annees",
                "Heures employées par année",
                "",
                List.of(Colonne.texte("Année"), Colonne.chiffre("Heures comptées"), Colonne.chiffre("Personnes")),
                lignes,
                null);
    }
}
