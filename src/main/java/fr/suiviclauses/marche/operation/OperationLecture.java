package fr.suiviclauses.marche.operation;

import fr.suiviclauses.avancement.ActionsLecture;
import fr.suiviclauses.avancement.Avancement;
import fr.suiviclauses.avancement.AvancementLecture;
import fr.suiviclauses.avancement.Avancements;
import fr.suiviclauses.avancement.Portee;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import fr.suiviclauses.marche.suivi.Chronologie;
import fr.suiviclauses.marche.suivi.GensLecture;
import fr.suiviclauses.referentiel.RoleParticipation;
import fr.suiviclauses.referentiel.TypeOperation;
import fr.suiviclauses.securite.Role;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads an operation's record. SQL, for its figures are sums over hours. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class OperationLecture {

    private final JdbcClient jdbc;
    private final AvancementLecture avancements;
    private final ActionsLecture actions;
    private final GensLecture gens;
    private final Chronologie chronologie;
    private final Clock clock;

    record Identite(
            long id,
            String nom,
            TypeOperation type,
            @Nullable BigDecimal objectif,
            boolean actif,
            int version) {}

    private record Marche(
            long id,
            String reference,
            String donneur,
            LocalDate debut,
            @Nullable LocalDate fin) {}

    Identite identite(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select id, nom, type, objectif, actif, version from operation
                         where structure_id = :structure and id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(Identite.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette opération n’existe pas."));
    }

    OperationPage page(long id, UtilisateurConnecte moi) {
        Identite identite = identite(id, moi);
        LocalDate jour = moi.dateMetier(clock);
        Avancements faits = avancements.read(Portee.OPERATION, id, jour, moi);
        return new OperationPage(
                id,
                identite.nom,
                identite.type.libelle(),
                identite.actif,
                identite.objectif,
                faits.total(),
                gens.count(Portee.OPERATION, id, jour, moi),
                actions.due(Portee.OPERATION, id, jour, moi),
                marches(id, faits, moi),
                annees(id, jour, moi),
                entreprises(id, jour, moi),
                moi.has(Role.FACILITATEUR)
                        ? gens.named(Portee.OPERATION, id, jour, "/contrats?etat=tous&operation=" + id, moi)
                        : null,
                chronologie.of(Portee.OPERATION, id, moi));
    }

    private Grille marches(long id, Avancements faits, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes =
                jdbc.sql("""
                        select m.id, m.reference, d.nom as donneur, a.debut, a.fin
                          from marche m
                          join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                          join marche_actif a on a.structure_id = m.structure_id and a.marche_id = m.id
                         where m.structure_id = :structure and m.operation_id = :id
                         order by m.reference, m.id""").param("structure", moi.structureId()).param("id", id).query(Marche.class).stream()
                        .sorted(Comparator.comparing(
                                        (Marche m) -> faits.marche(m.id).fait())
                                .reversed())
                        .map(m -> new Grille.Ligne(
                                Stream.concat(
                                                Stream.of(m.reference, m.donneur, m.debut, m.fin),
                                                faits.marche(m.id).valeurs().stream())
                                        .toList(),
                                "/marches/" + m.id))
                        .toList();
        return new Grille(
                "marches",
                "Marchés",
                "",
                Stream.concat(
                                Stream.of(
                                        Colonne.texte("Marché"),
                                        Colonne.texte("Donneur d’ordres"),
                                        Colonne.texte("Début"),
                                        Colonne.texte("Fin")),
                                Avancement.COLONNES.stream())
                        .toList(),
                lignes,
                null);
    }

    /** Those with a role on its lots, and those that only employ who works there. */
    private Grille entreprises(long id, LocalDate jour, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        with lots as (%s),
                        roles as (
                            select p.entreprise_id, array_agg(distinct p.role) as roles, count(distinct p.lot_id) as lots from lots l
                              join participation p on p.structure_id = :structure and p.lot_id = l.id
                             group by p.entreprise_id),
                        emplois as (
                            select c.employeur_id, sum(h.heures) as heures, count(distinct h.beneficiaire_id) as personnes from lots l
                              join heure_comptee h on h.structure_id = :structure and h.lot_id = l.id
                              join contrat_insertion c on c.structure_id = h.structure_id and c.id = h.contrat_id
                             where h.mois <= :jour group by c.employeur_id)
                        select e.id, e.nom, array_to_string(r.roles, '|') as roles, coalesce(r.lots, 0) as lots,
                               coalesce(m.heures, 0) as heures, coalesce(m.personnes, 0) as personnes
                          from roles r
                          full join emplois m on m.employeur_id = r.entreprise_id
                          join entreprise e on e.structure_id = :structure and e.id = coalesce(r.entreprise_id, m.employeur_id)
                         order by coalesce(m.heures, 0) desc, e.nom_normalise, e.id""".formatted(Portee.OPERATION.lots()))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", jour)
                .query((ligne, rang) -> new Grille.Ligne(
                        Arrays.asList(
                                ligne.getString("nom"),
                                roles(ligne.getString("roles")),
                                ligne.getLong("lots"),
                                new Heures(ligne.getBigDecimal("heures")),
                                ligne.getLong("personnes")),
                        "/entreprises/" + ligne.getLong("id")))
                .list();
        return new Grille(
                "entreprises",
                "Entreprises",
                "",
                List.of(
                        Colonne.texte("Entreprise"),
                        Colonne.texte("Rôle"),
                        Colonne.chiffre("Lots"),
                        Colonne.chiffre("Heures employées"),
                        Colonne.chiffre("Personnes")),
                lignes,
                null);
    }

    /** "Titulaire, Sous-traitant"; a company without a role on the lots is there as an employer. */
    private static String roles(@Nullable String codes) {
        return codes == null
                ? "Employeur"
                : Arrays.stream(codes.split("\\|", -1))
                        .map(RoleParticipation::valueOf)
                        .sorted()
                        .map(RoleParticipation::libelle)
                        .collect(Collectors.joining(", "));
    }

    private Grille annees(long id, LocalDate jour, UtilisateurConnecte moi) {
        List<Grille.Ligne> lignes = jdbc.sql("""
                        select extract(year from h.mois)::integer as annee, sum(h.heures) as heures,
                               count(distinct h.beneficiaire_id) as personnes
                          from (%s) l
                          join heure_comptee h on h.structure_id = :structure and h.lot_id = l.id
                         where h.mois <= :jour group by annee order by annee desc""".formatted(Portee.OPERATION.lots()))
                .param("structure", moi.structureId())
                .param("id", id)
                .param("jour", jour)
                .query((ligne, rang) -> Grille.Ligne.of(
                        Year.of(ligne.getInt("annee")),
                        new Heures(ligne.getBigDecimal("heures")),
                        ligne.getLong("personnes")))
                .list();
        return new Grille(
                "annees",
                "Heures par année",
                "",
                List.of(Colonne.texte("Année"), Colonne.chiffre("Heures comptées"), Colonne.chiffre("Personnes")),
                lignes,
                null);
    }
}
