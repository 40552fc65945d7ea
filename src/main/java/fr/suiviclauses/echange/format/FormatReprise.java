package fr.suiviclauses.echange.format;

import static fr.suiviclauses.echange.format.ColonneReprise.*;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The reprise file: one line = one contract × lot × month of hours. */
public final class FormatReprise implements FormatFichier {

    private final LocalDate aujourdhui;

    /** As read on a day: months and births are not later. */
    public FormatReprise(LocalDate aujourdhui) {
        this.aujourdhui = aujourdhui;
    }

    @Override
    public String libelle() {
        return "de reprise";
    }

    @Override
    public List<ColonneReprise> colonnes() {
        return List.of(ColonneReprise.values());
    }

    @Override
    public Lecture lecture(Colonne colonne) {
        return ((ColonneReprise) colonne).lecture(aujourdhui);
    }

    @Override
    public boolean deLaPersonne(Colonne colonne) {
        return ((ColonneReprise) colonne).personne();
    }

    @Override
    public void check(LigneTypee ligne, Signalement signalement) {
        if (after(ligne.get(MARCHE_NOTIFICATION), ligne.get(MARCHE_FIN)))
            signalement.on(MARCHE_FIN, "La fin du marché est avant sa notification.");
        if (after(ligne.get(CONTRAT_DEBUT), ligne.get(CONTRAT_FIN)))
            signalement.on(CONTRAT_FIN, "La fin du contrat est avant son début.");
        if (after(ligne.get(NAISSANCE), ligne.get(ENTREE))) signalement.on(ENTREE, "L’entrée est avant la naissance.");
        checkCharter(ligne, signalement);
        checkOwners(ligne, signalement);
    }

    private static void checkCharter(LigneTypee ligne, Signalement signalement) {
        if (after(ligne.get(CHARTE_SBA_DEBUT), ligne.get(CHARTE_SBA_FIN)))
            signalement.on(CHARTE_SBA_FIN, "La fin de la charte est avant son début.");
        boolean signee = "OUI".equals(ligne.get(CHARTE_SBA)) || (ligne.invalides() & CHARTE_SBA.masque()) != 0;
        if (signee) return;
        if (ligne.get(CHARTE_SBA_DEBUT) != null)
            signalement.on(CHARTE_SBA_DEBUT, "Une date de charte demande OUI dans la colonne charte_sba.");
        if (ligne.get(CHARTE_SBA_FIN) != null)
            signalement.on(CHARTE_SBA_FIN, "Une date de charte demande OUI dans la colonne charte_sba.");
    }

    /** A value that describes something needs that thing's name. */
    private static void checkOwners(LigneTypee ligne, Signalement signalement) {
        if (ligne.get(OPERATION) == null && (ligne.invalides() & OPERATION.masque()) == 0) {
            if (ligne.get(OPERATION_TYPE) != null) signalement.on(OPERATION_TYPE, "Il manque le nom de l’opération.");
            if (ligne.get(OPERATION_OBJECTIF) != null)
                signalement.on(OPERATION_OBJECTIF, "Il manque le nom de l’opération.");
        }
    }

    /** Dates in ISO order sort as texts. */
    private static boolean after(@Nullable String debut, @Nullable String fin) {
        return debut != null && fin != null && debut.compareTo(fin) > 0;
    }
}
