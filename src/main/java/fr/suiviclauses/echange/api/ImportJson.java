package fr.suiviclauses.echange.api;

import fr.suiviclauses.echange.ResultatImport;
import fr.suiviclauses.echange.format.Anomalie;
import java.util.List;

/** An import's result as the API gives it: names and order are a contract. */
record ImportJson(
        boolean essai,
        int lignes,
        int nouvelles,
        int modifiees,
        int inchangees,
        List<Anomalie> avertissements,
        List<Anomalie> erreurs) {

    static ImportJson of(ResultatImport resultat) {
        return new ImportJson(
                resultat.essai(),
                resultat.lignes(),
                resultat.nouvelles(),
                resultat.modifiees(),
                resultat.inchangees(),
                resultat.avertissements(),
                resultat.erreurs());
    }
}
