package fr.suiviclauses.contrat;

import fr.suiviclauses.commun.saisie.Champs;
import fr.suiviclauses.contrat.ChoixLecture.Trouve;
import fr.suiviclauses.referentiel.Modalite;
import fr.suiviclauses.referentiel.TypeContrat;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.validation.BindingResult;

/**
 * A contract as read from its form.
 *
 * @param lots where its hours are expected
 */
record Saisie(
        long beneficiaireId,
        long employeurId,
        @Nullable Long titulaireId,
        @Nullable String lieu,
        Modalite modalite,
        @Nullable TypeContrat type,
        LocalDate debut,
        @Nullable LocalDate fin,
        @Nullable String reference,
        Set<Long> lots) {

    private static final int LONGUEUR = 200;

    Saisie {
        lots = Collections.unmodifiableSet(new LinkedHashSet<>(lots));
    }

    static Saisie read(
            ContratForm form, BindingResult errors, Tenus tenus, ChoixLecture choix, UtilisateurConnecte moi) {
        Champs champs = new Champs(errors);
        Long personne = one("personne", form.personne(), Choix.PERSONNES, champs, tenus, choix, moi);
        Long employeur = one("employeur", form.employeur(), Choix.ENTREPRISES, champs, tenus, choix, moi);
        Long titulaire = one("titulaire", form.titulaire(), Choix.ENTREPRISES, champs, tenus, choix, moi);
        Set<Long> lots = new LinkedHashSet<>();
        for (String id : form.lots()) {
            Long lot = champs.identifiant("lot", id);
            if (lot == null) continue;
            if (choix.byId(Choix.LOTS, lot, tenus.lots(), moi).isPresent()) lots.add(lot);
            else champs.refus("lot", "Choisissez un lot qui existe.");
        }
        Long lot = one("lot", form.lot(), Choix.LOTS, champs, tenus, choix, moi);
        if (lot != null) lots.add(lot);
        if (personne == null && !errors.hasFieldErrors("personne"))
            champs.refus("personne", "Choisissez une personne.");
        if (employeur == null && !errors.hasFieldErrors("employeur"))
            champs.refus("employeur", "Choisissez l’employeur.");
        if (lots.isEmpty() && !errors.hasFieldErrors("lot"))
            champs.refus("lot", "Choisissez au moins un lot\u00a0: c’est là que ses heures seront saisies.");
        LocalDate debut = champs.dateObligatoire("debut", form.debut());
        LocalDate fin = champs.date("fin", form.fin());
        if (!errors.hasFieldErrors("debut") && fin != null && fin.isBefore(debut))
            champs.refus("fin", "La fin est avant le début.");
        return new Saisie(
                personne == null ? 0 : personne,
                employeur == null ? 0 : employeur,
                titulaire,
                champs.texte("lieu", form.lieu(), LONGUEUR),
                champs.choixObligatoire("modalite", form.modalite(), Modalite.class),
                champs.choix("type", form.type(), TypeContrat.class),
                debut,
                fin,
                champs.reference("reference", form.reference(), LONGUEUR),
                lots);
    }

    private static @Nullable Long one(
            String champ,
            String saisie,
            Choix quoi,
            Champs champs,
            Tenus tenus,
            ChoixLecture choix,
            UtilisateurConnecte moi) {
        String texte = champs.reference(champ, saisie, LONGUEUR * 2);
        Trouve trouve =
                texte == null ? null : champs.read(champ, texte, t -> choix.resolve(quoi, t, tenus.of(quoi), moi));
        return trouve == null ? null : trouve.id();
    }
}
