package fr.suiviclauses.commun.saisie;

/** Someone else changed the record since it was opened: the form is shown again, as typed, with what changed (409). */
public class VersionPerimeeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int version;

    /**
     * Refuses a form.
     *
     * @param version the record's present version, which a second press on the button carries
     */
    public VersionPerimeeException(int version) {
        super("version " + version);
        this.version = version;
    }

    public int version() {
        return version;
    }

    /**
     * Refuses a form that was opened on another version of its record.
     *
     * @param saisie the version that the form carries
     */
    public static void check(int presente, String saisie) {
        if (!saisie.equals(Integer.toString(presente))) throw new VersionPerimeeException(presente);
    }
}
