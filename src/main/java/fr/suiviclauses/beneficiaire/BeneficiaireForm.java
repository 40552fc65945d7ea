package fr.suiviclauses.beneficiaire;

import static java.util.Objects.requireNonNullElse;

/**
 * A person as typed.
 *
 * @param version the version that the record was opened on; empty for a new one
 * @param distinct "oui" once the likely twins were seen and are someone else
 * @param motifHomonyme what tells her from the one who bears the same name and birth
 */
record BeneficiaireForm(
        String nom,
        String prenom,
        String naissance,
        String sexe,
        String reference,
        String adresse,
        String codePostal,
        String commune,
        String telephone,
        String courriel,
        String version,
        String distinct,
        String motifHomonyme) {

    BeneficiaireForm {
        nom = requireNonNullElse(nom, "");
        prenom = requireNonNullElse(prenom, "");
        naissance = requireNonNullElse(naissance, "");
        sexe = requireNonNullElse(sexe, "");
        reference = requireNonNullElse(reference, "");
        adresse = requireNonNullElse(adresse, "");
        codePostal = requireNonNullElse(codePostal, "");
        commune = requireNonNullElse(commune, "");
        telephone = requireNonNullElse(telephone, "");
        courriel = requireNonNullElse(courriel, "");
        version = requireNonNullElse(version, "");
        distinct = requireNonNullElse(distinct, "");
        motifHomonyme = requireNonNullElse(motifHomonyme, "");
    }

    static BeneficiaireForm vide() {
        return new BeneficiaireForm("", "", "", "NON_RENSEIGNE", "", "", "", "", "", "", "", "", "");
    }
}
