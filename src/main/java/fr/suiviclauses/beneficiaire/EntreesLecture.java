package fr.suiviclauses.beneficiaire;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import fr.suiviclauses.beneficiaire.EntreeLigne.CritereLigne;
import fr.suiviclauses.beneficiaire.entree.ModeQpv;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.referentiel.Critere;
import fr.suiviclauses.referentiel.Diplome;
import fr.suiviclauses.referentiel.Qpv;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the entries that a person's sheet shows: three statements, however many there are. */
@Component
@RequiredArgsConstructor
class EntreesLecture {

    private static final DateTimeFormatter JOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy", Locale.FRENCH);

    private final JdbcClient jdbc;
    private final Clock clock;

    List<EntreeLigne> read(Identite identite, UtilisateurConnecte moi) {
        Map<Long, List<Preuve>> criteres = criteria(identite.id(), moi);
        Map<Long, List<EntreeLigne.Prolongation>> prolongations = prolongations(identite.id(), moi);
        return jdbc.sql("""
                        with compte as (
                            select entree_id, sum(heures) as heures from heure_comptee
                             where structure_id = :structure and beneficiaire_id = :id group by entree_id)
                        select e.id, e.debut, e.fin, e.diplome, e.commune_insee, e.metropole, e.qpv, e.qpv_code,
                               e.qpv_generation, e.qpv_mode, e.qpv_evalue_le, e.prescripteur,
                               coalesce(c.heures, 0) as heures
                          from entree e left join compte c on c.entree_id = e.id
                         where e.structure_id = :structure and e.beneficiaire_id = :id
                         order by e.debut desc""")
                .param("structure", moi.structureId())
                .param("id", identite.id())
                .query((ligne, rang) -> {
                    long id = ligne.getLong("id");
                    LocalDate debut = ligne.getObject("debut", LocalDate.class);
                    List<Preuve> preuves = criteres.getOrDefault(id, List.of());
                    Heures heures = new Heures(ligne.getBigDecimal("heures"));
                    return new EntreeLigne(
                            id,
                            debut,
                            ligne.getObject("fin", LocalDate.class),
                            heures.exactes(),
                            preuves.stream()
                                    .map(p -> new CritereLigne(p.critere.libelle(), p.texte))
                                    .toList(),
                            details(ligne),
                            prolongations.getOrDefault(id, List.of()),
                            Coherence.check(
                                    preuves.stream().map(Preuve::critere).toList(),
                                    identite.naissance(),
                                    identite.sexe(),
                                    debut));
                })
                .list();
    }

    private record Preuve(long entree, Critere critere, String texte) {}

    private Map<Long, List<Preuve>> criteria(long id, UtilisateurConnecte moi) {
        return jdbc
                .sql("""
                        select c.entree_id, c.critere, c.justificatif, c.verifie_le from entree e
                          join entree_critere c on c.structure_id = e.structure_id and c.entree_id = e.id
                         where e.structure_id = :structure and e.beneficiaire_id = :id""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> new Preuve(
                        ligne.getLong("entree_id"), Critere.valueOf(ligne.getString("critere")), proof(ligne)))
                .list()
                .stream()
                .sorted((a, b) -> a.critere.compareTo(b.critere))
                .collect(groupingBy(Preuve::entree));
    }

    private static String proof(ResultSet ligne) throws SQLException {
        String justificatif = ligne.getString("justificatif");
        LocalDate verifie = ligne.getObject("verifie_le", LocalDate.class);
        String quand = verifie == null ? "" : "vérifié le " + verifie.format(JOUR);
        if (justificatif == null) return quand;
        return justificatif + (quand.isEmpty() ? "" : ", " + quand);
    }

    private Map<Long, List<EntreeLigne.Prolongation>> prolongations(long id, UtilisateurConnecte moi) {
        record Une(long entree, EntreeLigne.Prolongation prolongation) {}
        return jdbc
                .sql("""
                        select p.id, p.entree_id, p.fin, p.motif, p.cree_le, u.nom as auteur from entree e
                          join prolongation p on p.structure_id = e.structure_id and p.entree_id = e.id
                          join utilisateur u on u.structure_id = p.structure_id and u.id = p.cree_par
                         where e.structure_id = :structure and e.beneficiaire_id = :id order by p.fin""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query((ligne, rang) -> new Une(
                        ligne.getLong("entree_id"),
                        new EntreeLigne.Prolongation(
                                ligne.getLong("id"),
                                ligne.getObject("fin", LocalDate.class),
                                ligne.getString("motif"),
                                ligne.getString("auteur"),
                                ligne.getTimestamp("cree_le")
                                        .toInstant()
                                        .atZone(clock.getZone())
                                        .format(JOUR))))
                .list()
                .stream()
                .collect(groupingBy(Une::entree, mapping(Une::prolongation, toList())));
    }

    private static List<String> details(ResultSet ligne) throws SQLException {
        List<String> details = new ArrayList<>();
        String diplome = ligne.getString("diplome");
        if (diplome != null)
            details.add("Diplôme\u00a0: " + Diplome.valueOf(diplome).libelle());
        String commune = ligne.getString("commune_insee");
        Boolean metropole = ligne.getObject("metropole", Boolean.class);
        if (commune != null || metropole != null) details.add(home(commune, metropole));
        details.add(district(ligne));
        String prescripteur = ligne.getString("prescripteur");
        if (prescripteur != null) details.add("Prescripteur\u00a0: " + prescripteur);
        return details;
    }

    /** "En QPV (QP031001), carte de 2015, à la main, évalué le 12/01/2021", as far as it is known. */
    private static String district(ResultSet ligne) throws SQLException {
        Qpv qpv = Qpv.valueOf(ligne.getString("qpv"));
        StringBuilder phrase = new StringBuilder(qpv == Qpv.INCONNU ? "QPV non renseigné" : qpv.libelle());
        String code = ligne.getString("qpv_code");
        if (code != null) phrase.append(" (").append(code).append(')');
        String generation = ligne.getString("qpv_generation");
        if (generation != null) phrase.append(", carte de ").append(generation);
        String mode = ligne.getString("qpv_mode");
        if (mode != null)
            phrase.append(", ").append(ModeQpv.valueOf(mode).libelle().toLowerCase(Locale.FRENCH));
        LocalDate evalue = ligne.getObject("qpv_evalue_le", LocalDate.class);
        if (evalue != null) phrase.append(", évalué le ").append(evalue.format(JOUR));
        return phrase.toString();
    }

    private static String home(@Nullable String commune, @Nullable Boolean metropole) {
        String ou = metropole == null ? "" : metropole ? "dans la métropole" : "hors de la métropole";
        if (commune == null) return "Domicile " + ou;
        return "Commune " + commune + (ou.isEmpty() ? "" : ", " + ou);
    }
}
