package fr.suiviclauses.echange.notice;

import fr.suiviclauses.echange.format.ColonneSuivi;
import java.util.List;
import java.util.Map;

/** The follow-up file explained. */
final class NoticeSuivi {

    private NoticeSuivi() {}

    static Description of(ColonneSuivi colonne) {
        return switch (colonne) {
            case BENEFICIAIRE_REF -> Description.of("Référence de la personne, celle de l’historique.", "B-001");
            case COHORTE -> Description.of("Année des heures de la personne.", "2021");
            case JALON -> Description.of("3, 6 ou 12 mois après.", "3");
            case SITUATION -> Description.of("Ce qu’elle fait à cette date.", "CDD");
            case DATE -> Description.of("Date de la réponse.", "10/01/2022");
        };
    }

    /** The template's rows: they speak of the people of the reprise's. */
    static List<Map<ColonneSuivi, String>> exemples() {
        return List.of(row("B-001", "CDD"), row("B-002", "FORMATION"));
    }

    private static Map<ColonneSuivi, String> row(String reference, String situation) {
        return Map.of(
                ColonneSuivi.BENEFICIAIRE_REF, reference,
                ColonneSuivi.COHORTE, of(ColonneSuivi.COHORTE).exemple(),
                ColonneSuivi.JALON, of(ColonneSuivi.JALON).exemple(),
                ColonneSuivi.SITUATION, situation,
                ColonneSuivi.DATE, of(ColonneSuivi.DATE).exemple());
    }
}
