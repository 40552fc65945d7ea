package fr.suiviclauses.controle;

import fr.suiviclauses.commun.Typographie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * What is looked at. Each control is an SQL file of its code beside this class, with one line a record: {@code fiche},
 * {@code contexte}, {@code mois}, {@code heures}, {@code constat}, and {@code adresse}, where it is mended. The one
 * without a file is made of the bilan's own lines.
 */
enum Controle {
    DONNEURS_RESSEMBLANTS(
            "Donneurs d’ordres aux noms proches",
            "Un même acheteur sous deux noms coupe ses heures en deux lignes du bilan.",
            "Ouvrez l’un des deux et fusionnez-les, ou laissez-les s’ils sont bien distincts.",
            "Donneur d’ordres",
            "Ressemble à",
            null),
    MARCHES_SANS_LOT(
            "Marchés sans lot",
            "L’obligation et les heures se tiennent au lot : sans lot, le marché ne peut rien recevoir. Un lot a toujours une famille d’achats, la base le garantit.",
            "Ajoutez le lot, ou désactivez le marché s’il n’a pas lieu d’être.",
            "Marché",
            "Donneur d’ordres",
            null),
    LOTS_INSUFFISANTS(
            "Lots finis sous 100 %",
            "Le marché est terminé et les heures comptées n’atteignent pas ce qui était dû au dernier jour.",
            "Vérifiez qu’aucune heure ne manque ; sinon ajoutez l’avenant ou la reconduction qui l’explique.",
            "Lot",
            "Donneur d’ordres",
            "Heures manquantes"),
    CLAUSES(
            "Clauses contraires à la nature du donneur d’ordres",
            "Les marchés réservés et les clauses du code de la commande publique ne sont pas ceux d’un acheteur privé, et l’inverse.",
            "Corrigez la clause du lot, ou la nature du donneur d’ordres.",
            "Lot",
            "Donneur d’ordres",
            null),
    TYPES_MARCHE(
            "Types de marché contraires à la famille d’achats",
            "Les travaux relèvent d’habitude du bâtiment ou des TP et réseaux ; les parts par type et par famille du bilan se contrediraient.",
            "Corrigez le type du marché, ou la famille du lot.",
            "Lot",
            "Donneur d’ordres",
            null),
    HEURES_HORS_MARCHE(
            "Heures hors des dates du marché",
            "Elles comptent, mais l’année ou le marché est peut-être faux. Les heures rejetées n’y sont pas.",
            "Corrigez les dates du marché, ajoutez sa reconduction, ou déplacez les heures.",
            "Personne",
            "Lot",
            "Heures"),
    HEURES_HORS_CONTRAT(
            "Heures hors du contrat de travail",
            "Personne ne travaille avant le début ni après la fin de son contrat. Les heures rejetées n’y sont pas.",
            "Corrigez les dates du contrat, ou les heures.",
            "Personne",
            "Lot",
            "Heures"),
    HEURES_HORS_ELIGIBILITE(
            "Heures hors de la période d’éligibilité",
            "Ces heures sont gardées mais ne comptent dans aucun bilan. Les heures rejetées n’y sont pas.",
            "Prolongez l’éligibilité, ajoutez l’entrée qui manque, ou rejetez les heures.",
            "Personne",
            "Lot",
            "Heures"),
    MOIS_JUSTIFIER(
            "Mois au-delà de 212,6\u00a0h sans justification",
            "Tous contrats réunis, c’est plus de 48\u00a0h par semaine. Une justification enregistrée règle la ligne.",
            "Dites pourquoi sur la page de ce mois, ou corrigez les heures.",
            "Personne",
            "Contrats",
            "Heures"),
    MOIS_CHARGES(
            "Mois au-delà de 151,67\u00a0h",
            "Tous contrats réunis, c’est plus qu’un temps plein : possible, mais souvent une double saisie.",
            "Vérifiez les heures de ce mois ; si elles sont justes, dites pourquoi.",
            "Personne",
            "Contrats",
            "Heures"),
    CRITERES_ABSENTS(
            "Personnes sans critère",
            "Sans critère à l’entrée, l’éligibilité ne se justifie pas ; sans entrée, les heures ne comptent pas.",
            "Ouvrez la fiche et complétez l’entrée.",
            "Personne",
            "Entrée",
            null),
    CRITERES_AGE(
            "Critères contraires à l’âge",
            "« Jeune » à partir de 26\u00a0ans ou « senior » avant 50\u00a0ans à l’entrée : le critère ou la naissance est à vérifier.",
            "Corrigez l’entrée, ou la date de naissance.",
            "Personne",
            "Entrée",
            null),
    MODALITES(
            "Modalités, employeurs et contrats qui ne vont pas ensemble",
            "La modalité dit quel type d’employeur et de contrat est possible ; le bilan par modalité en dépend.",
            "Corrigez le contrat, ou le type de l’entreprise.",
            "Personne",
            "Employeur",
            null),
    SIRET_DONNEURS(
            "Donneurs d’ordres sans SIRET",
            "Le SIRET distingue deux établissements de même nom, et sert aux échanges avec d’autres outils.",
            "Ajoutez le SIRET.",
            "Donneur d’ordres",
            "Nature",
            null),
    SIRET_ENTREPRISES(
            "Entreprises sans SIRET",
            "Sans SIREN, deux entreprises de même nom ne se distinguent pas et peuvent compter pour une.",
            "Ajoutez le SIREN et le SIRET.",
            "Entreprise",
            "SIREN",
            null),
    TOTAUX(
            "Lignes du bilan contre ses totaux",
            "Les lignes par famille, type, modalité ou donneur d’ordres font le total des heures ; les sexes, les âges et les QPV font le nombre de personnes. Les clauses et les critères, à plusieurs par lot ou par personne, ne s’additionnent pas.",
            "Un écart est une erreur du logiciel : signalez-le.",
            "Ventilation",
            "Année",
            null),
    DECLARATIONS(
            "Chiffres déclarés contre calcul d’aujourd’hui",
            "Ce qu’un rapport passé a déclaré pour votre structure et que ses heures ne donnent plus. Seules les déclarations au nom de la structure sont comparées.",
            "Corrigez la déclaration, ou cherchez les heures qui ont changé.",
            "Chiffre",
            "Déclaration",
            "Écart"),
    ARRETES(
            "Années arrêtées contre calcul d’aujourd’hui",
            "Les heures et les personnes d’une année close ne bougent plus, sauf correction motivée.",
            "Ouvrez le bilan de l’année et cherchez ce qui a changé depuis l’arrêté.",
            "Chiffre",
            "Arrêté",
            "Écart");

    private final String titre;
    private final String pourquoi;
    private final String geste;
    private final String fiche;
    private final String contexte;
    private final @Nullable String mesure;

    Controle(String titre, String pourquoi, String geste, String fiche, String contexte, @Nullable String mesure) {
        this.titre = Typographie.insecables(titre);
        this.pourquoi = Typographie.insecables(pourquoi);
        this.geste = Typographie.insecables(geste);
        this.fiche = fiche;
        this.contexte = contexte;
        this.mesure = mesure;
    }

    static Optional<Controle> find(String code) {
        return Arrays.stream(values()).filter(c -> c.code().equals(code)).findFirst();
    }

    /** As in its address. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String titre() {
        return titre;
    }

    /** Why it matters. */
    String pourquoi() {
        return pourquoi;
    }

    /** What to do about it. */
    String geste() {
        return geste;
    }

    /** Title of the column of records. */
    String fiche() {
        return fiche;
    }

    String contexte() {
        return contexte;
    }

    /** Title of the column of hours; null: there is none. */
    @Nullable
    String mesure() {
        return mesure;
    }

    /** Its lines are those of a month. */
    boolean mensuel() {
        return switch (this) {
            case HEURES_HORS_MARCHE, HEURES_HORS_CONTRAT, HEURES_HORS_ELIGIBILITE, MOIS_JUSTIFIER, MOIS_CHARGES -> true;
            default -> false;
        };
    }

    /** The select that finds what is amiss, with {@code :structure} and {@code :jour}. */
    String sql() {
        try {
            return new ClassPathResource(code() + ".sql", Controle.class).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
