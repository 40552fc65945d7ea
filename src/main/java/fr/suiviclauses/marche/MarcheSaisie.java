package fr.suiviclauses.marche;

import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.referentiel.FormeMarche;
import fr.suiviclauses.referentiel.TypeMarche;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/** A marché as read from its form. */
record MarcheSaisie(
        long donneur,
        String reference,
        @Nullable String objet,
        TypeMarche type,
        FormeMarche forme,
        @Nullable LocalDate notification,
        @Nullable LocalDate debut,
        @Nullable LocalDate fin,
        Set<LocalDate> reconductions,
        @Nullable Long operation,
        @Nullable Long facilitateur) {

    private static final int LONGUEUR = 100;
    private static final int LONGUEUR_OBJET = 500;
    private static final int RECONDUCTIONS = 30;

    MarcheSaisie {
        reconductions = Set.copyOf(reconductions);
    }

    static MarcheSaisie read(MarcheForm form, BindingResult errors) {
        Champs champs = new Champs(errors);
        Long donneur = champs.identifiant("donneur", form.donneur());
        if (donneur == null && !errors.hasFieldErrors("donneur")) champs.refus("donneur", "Choisissez dans la liste.");
        String reference = champs.reference("reference", form.reference(), LONGUEUR);
        if (reference == null && !errors.hasFieldErrors("reference"))
            champs.refus("reference", "Ce champ est obligatoire.");
        LocalDate notification = champs.date("notification", form.notification());
        LocalDate debut = champs.date("debut", form.debut());
        LocalDate fin = champs.date("fin", form.fin());
        if (notification == null
                && debut == null
                && !errors.hasFieldErrors("notification")
                && !errors.hasFieldErrors("debut"))
            champs.refus("notification", "Indiquez la date de notification, ou celle de début.");
        if (before(fin, notification) || before(fin, debut)) champs.refus("fin", "La fin est avant le début.");
        return new MarcheSaisie(
                donneur == null ? 0 : donneur,
                reference == null ? "" : reference,
                champs.texte("objet", form.objet(), LONGUEUR_OBJET),
                champs.choixObligatoire("type", form.type(), TypeMarche.class),
                champs.choixObligatoire("forme", form.forme(), FormeMarche.class),
                notification,
                debut,
                fin,
                reconductions(form.reconductions(), fin, champs),
                champs.identifiant("operation", form.operation()),
                champs.identifiant("facilitateur", form.facilitateur()));
    }

    /** The first day on which it is followed. */
    LocalDate commence() {
        if (notification != null) return notification;
        return debut == null ? LocalDate.EPOCH : debut;
    }

    private static boolean before(@Nullable LocalDate fin, @Nullable LocalDate debut) {
        return fin != null && debut != null && fin.isBefore(debut);
    }

    /** A renewal prolongs a marché that has an end. */
    private static Set<LocalDate> reconductions(String saisie, @Nullable LocalDate fin, Champs champs) {
        Set<LocalDate> lues = new TreeSet<>();
        List<String> lignes = saisie.lines().filter(ligne -> !ligne.isBlank()).toList();
        if (lignes.isEmpty()) return lues;
        if (lignes.size() > RECONDUCTIONS) {
            champs.refus("reconductions", RECONDUCTIONS + " reconductions au plus.");
            return lues;
        }
        if (fin == null) champs.refus("reconductions", "Indiquez d’abord la fin du marché, avant toute reconduction.");
        for (String ligne : lignes) {
            try {
                LocalDate date = DateFrancaise.parse(ligne);
                lues.add(date);
                if (fin != null && !date.isAfter(fin))
                    champs.refus("reconductions", DateFrancaise.affiche(date) + " n’est pas après la fin du marché.");
            } catch (SaisieRefuseeException refus) {
                champs.refus("reconductions", refus.phrase());
            }
        }
        return lues;
    }
}
