package fr.suiviclauses.beneficiaire;

import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Year;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A person's hours by year: those that count, the others and why they do not. */
@Component
@RequiredArgsConstructor
class AnneesLecture {

    private final JdbcClient jdbc;

    Grille read(long id, UtilisateurConnecte moi) {
        Map<Integer, Annee> annees = new LinkedHashMap<>();
        jdbc.sql("""
                        select extract(year from q.mois)::integer as annee, coalesce(q.motif_non_compte, '') as motif, sum(q.heures) as heures
                          from heure_qualifiee q where q.structure_id = :structure and q.beneficiaire_id = :id
                         group by annee, motif order by annee desc, motif""").param("structure", moi.structureId()).param("id", id).query(ligne -> {
            annees.merge(
                    ligne.getInt("annee"),
                    Annee.of(ligne.getString("motif"), new Heures(ligne.getBigDecimal("heures"))),
                    Annee::plus);
        });
        return new Grille(
                "annees",
                "Heures par année",
                "",
                List.of(
                        Grille.Colonne.texte("Année"),
                        Grille.Colonne.chiffre("Comptées"),
                        Grille.Colonne.chiffre("Non comptées"),
                        Grille.Colonne.texte("Pourquoi")),
                annees.entrySet().stream()
                        .map(e -> Grille.Ligne.of(
                                Year.of(e.getKey()), e.getValue().comptees, e.getValue().autres, e.getValue().motifs))
                        .toList(),
                null);
    }

    /** The hours of a year. */
    private record Annee(Heures comptees, Heures autres, String motifs) {

        static Annee of(String motif, Heures heures) {
            if (motif.isEmpty()) return new Annee(heures, Heures.ZERO, "");
            String libelle = motif.equals("HORS_PERIODE_ELIGIBILITE")
                    ? "hors de la période d’éligibilité"
                    : StatutHeures.valueOf(motif).libelle().toLowerCase(Locale.FRENCH);
            return new Annee(Heures.ZERO, heures, libelle + " (" + heures.exactes() + ")");
        }

        Annee plus(Annee autre) {
            return new Annee(
                    comptees.plus(autre.comptees),
                    autres.plus(autre.autres),
                    Stream.of(motifs, autre.motifs).filter(m -> !m.isEmpty()).collect(Collectors.joining(", ")));
        }
    }
}
