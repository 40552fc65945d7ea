package fr.suiviclauses.heures;

import fr.suiviclauses.referentiel.StatutHeures;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The grid as shown. Hours that a script adds up are whole hundredths, as the server read them.
 *
 * @param grille the address of its first page: drafts are the grid's, for its rows may move from a page to another
 * @param refus why nothing was saved; null where nothing was refused
 * @param precedent the month before, in the month's view, where it is shown beside; null in the year's
 * @param conflits the cells of which it is asked whose value stays, as the form sends them back
 * @param utilisateur whose drafts the browser keeps
 * @param nonComptees what the hours shown that don't count are, by reason
 */
record HeuresPage(
        String titre,
        String sousTitre,
        String adresse,
        String grille,
        String adresseExport,
        boolean close,
        @Nullable String refus,
        @Nullable String precedent,
        List<Lien> periodes,
        List<Lien> puces,
        List<Jauge> jauges,
        List<Colonne> colonnes,
        List<Ligne> lignes,
        String total,
        long totalCentiemes,
        Tranche tranche,
        List<String> nonComptees,
        StatutHeures statut,
        String conflits,
        long utilisateur) {

    HeuresPage {
        periodes = List.copyOf(periodes);
        puces = List.copyOf(puces);
        jauges = List.copyOf(jauges);
        colonnes = List.copyOf(colonnes);
        lignes = List.copyOf(lignes);
        nonComptees = List.copyOf(nonComptees);
    }

    /** The first cell that stands against saving; null: none on this page. */
    public @Nullable String premiere() {
        return lignes.stream()
                .flatMap(ligne -> ligne.remarques().stream())
                .filter(Remarque::grave)
                .map(Remarque::nom)
                .findFirst()
                .orElse(null);
    }

    /**
     * Which rows are shown, of all that the filters let through; the totals are of all.
     *
     * @param precedente null on the first page
     * @param suivante null on the last
     */
    record Tranche(
            int page,
            int pages,
            @Nullable String precedente,
            @Nullable String suivante,
            String phrase,
            String lignes) {}

    record Lien(String libelle, String adresse, boolean courant) {}

    /** A month: its number tells its cells, its name reads them out. */
    record Colonne(String id, String court, String libelle, String total, long centiemes) {}

    /**
     * A lot against its obligation.
     *
     * @param lot its id
     * @param objectif in hundredths, 0 without an obligation
     */
    record Jauge(
            long lot,
            String libelle,
            String objectifAffiche,
            String faitAffiche,
            String taux,
            int barre,
            String projection,
            long objectif,
            long fait) {}

    /**
     * A contract on a lot.
     *
     * @param ouverte what its cells hold, as the form sends it back
     * @param lot its name, where several are shown
     */
    record Ligne(
            String rang,
            long lotId,
            String personne,
            String detail,
            @Nullable String lot,
            String adresse,
            String ouverte,
            @Nullable String avant,
            List<Cellule> cellules,
            String total,
            long centiemes,
            List<Remarque> remarques) {}

    /**
     * A month of a row. A page has hundreds: its properties are read one by one, public and null where there is nothing, so
     * that the template's expressions are compiled.
     *
     * @param etiquettes the ids of the row's head and of the column's, which name its field
     * @param saisissable false where the contract has not begun or has ended, and in a closed year
     * @param valeur what its field holds
     * @param stockee what is stored, as shown
     * @param centiemes stored, as part of sums
     * @param comptes stored and counted
     * @param marque in a word, what is not plain about it; null: nothing
     * @param note why it was rejected, or the person's month over all her contracts where it is above a full one, as a
     *     sentence
     * @param lien the person's month, where it is above a full one
     * @param repos how what is stored looks; classe: with what was typed over it
     */
    public record Cellule(
            String nom,
            String etiquettes,
            boolean saisissable,
            boolean horsContrat,
            String valeur,
            String stockee,
            long centiemes,
            long comptes,
            @Nullable String marque,
            @Nullable String note,
            @Nullable String lien,
            @Nullable String repos,
            String classe,
            boolean refusee) {

        public @Nullable String invalide() {
            return refusee ? "true" : null;
        }

        /** The id of what explains it: why it is refused, else its mark. */
        public @Nullable String explication() {
            return refusee ? "e_" + nom : marque == null ? null : "x_" + nom;
        }
    }

    /**
     * What is to be said of a cell, right under its row.
     *
     * @param justification the name of the field that asks why; null where nothing is asked
     * @param mien what she typed, where two people changed the cell; null elsewhere
     */
    record Remarque(
            String nom,
            String classe,
            String mois,
            String phrase,
            @Nullable String justification,
            String motif,
            @Nullable String mien,
            String autre) {

        boolean grave() {
            return classe.equals("remark-bad");
        }
    }
}
