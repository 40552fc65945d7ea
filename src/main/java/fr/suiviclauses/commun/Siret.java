package fr.suiviclauses.commun;

/**
 * Number of an establishment: its company's SIREN and five digits, checked by Luhn's formula. La Poste has more
 * establishments than the formula leaves numbers: but for its head office, their digits sum to a multiple of five.
 *
 * @param numero fourteen ASCII digits
 */
public record Siret(String numero) {

    private static final String LA_POSTE = "356000000";
    private static final String SIEGE_DE_LA_POSTE = "35600000000048";

    public Siret {
        if (!numero.matches("[0-9]{14}"))
            throw new SaisieRefuseeException("Un SIRET a 14 chiffres\u00a0: celui-ci n’en a pas la forme.");
        if (!valid(numero)) throw new SaisieRefuseeException("Ce SIRET n’est pas valide\u00a0: vérifiez ses chiffres.");
    }

    /**
     * Reads a SIRET, its groups of digits separated or not.
     *
     * @throws SaisieRefuseeException with the reason in French
     */
    public static Siret parse(String saisie) {
        return new Siret(Espaces.remove(saisie));
    }

    /** The company that the establishment belongs to. */
    public Siren siren() {
        return new Siren(numero.substring(0, 9));
    }

    private static boolean valid(String numero) {
        String siren = numero.substring(0, 9);
        if (siren.equals("000000000") || !Siren.luhn(siren)) return false;
        if (siren.equals(LA_POSTE) && !numero.equals(SIEGE_DE_LA_POSTE))
            return numero.chars().map(c -> c - '0').sum() % 5 == 0;
        return Siren.luhn(numero);
    }
}
