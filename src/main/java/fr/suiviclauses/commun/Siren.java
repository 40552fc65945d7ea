package fr.suiviclauses.commun;

/**
 * Number of a company in the national register: nine digits that Luhn's formula checks.
 *
 * @param numero nine ASCII digits
 */
public record Siren(String numero) {

    public Siren {
        if (!numero.matches("[0-9]{9}"))
            throw new SaisieRefuseeException("Un SIREN a 9 chiffres\u00a0: celui-ci n’en a pas la forme.");
        if (numero.equals("000000000") || !luhn(numero))
            throw new SaisieRefuseeException("Ce SIREN n’est pas valide\u00a0: vérifiez ses chiffres.");
    }

    /**
     * Reads a SIREN, its groups of digits separated or not.
     *
     * @throws SaisieRefuseeException with the reason in French
     */
    public static Siren parse(String saisie) {
        return new Siren(Espaces.remove(saisie));
    }

    /** Luhn's formula: from the right, every second digit is doubled, and the digits sum to a multiple of ten. */
    static boolean luhn(String chiffres) {
        int somme = 0;
        for (int i = 0; i < chiffres.length(); i++) {
            int chiffre = chiffres.charAt(chiffres.length() - 1 - i) - '0';
            int poids = i % 2 == 0 ? chiffre : 2 * chiffre;
            somme += poids > 9 ? poids - 9 : poids;
        }
        return somme % 10 == 0;
    }
}
