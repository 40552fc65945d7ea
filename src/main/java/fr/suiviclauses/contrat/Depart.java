package fr.suiviclauses.contrat;

import static java.util.Objects.requireNonNullElse;

import fr.suiviclauses.commun.Detour;
import fr.suiviclauses.commun.Identifiant;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.SaisieRefuseeException;
import fr.suiviclauses.contrat.ChoixLecture.Trouve;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What the form of a new contract opens with, as its address says: ids of what is known, words of what is only typed so
 * far. Whoever leaves the form to enter a person or a company that lacks comes back by such an address, with all she had
 * typed.
 */
@Component
@RequiredArgsConstructor
class Depart {

    private static final String PERSONNE = "beneficiaire";
    private static final String EMPLOYEUR = "employeur";
    private static final String TITULAIRE = "titulaire";
    private static final String LOT = "lot";

    /** Before the name of a parameter that holds words where an id was not known. */
    private static final String SAISI = "saisi.";

    private final ChoixLecture choix;

    /**
     * The form that an address asks for.
     *
     * @throws IntrouvableException for 404, where an id is of nothing that a new contract may be given
     */
    ContratForm form(MultiValueMap<String, String> adresse, UtilisateurConnecte moi) {
        return new ContratForm(
                named(Choix.PERSONNES, PERSONNE, adresse, moi),
                named(Choix.ENTREPRISES, EMPLOYEUR, adresse, moi),
                named(Choix.ENTREPRISES, TITULAIRE, adresse, moi),
                text("lieu", adresse),
                text("modalite", adresse),
                text("type", adresse),
                text("debut", adresse),
                text("fin", adresse),
                text("reference", adresse),
                requireNonNullElse(adresse.get(LOT), List.<String>of()).stream()
                        .filter(id ->
                                !id.isEmpty() && !given(Choix.LOTS, id, moi).isEmpty())
                        .toList(),
                text(SAISI + LOT, adresse),
                "",
                "",
                "");
    }

    private static String text(String parametre, MultiValueMap<String, String> adresse) {
        return requireNonNullElse(adresse.getFirst(parametre), "");
    }

    private String named(Choix quoi, String parametre, MultiValueMap<String, String> adresse, UtilisateurConnecte moi) {
        String id = text(parametre, adresse);
        return id.isEmpty() ? text(SAISI + parametre, adresse) : given(quoi, id, moi);
    }

    private String given(Choix quoi, String id, UtilisateurConnecte moi) {
        return choix.byId(quoi, Identifiant.parse(id), moi)
                .map(Trouve::texte)
                .orElseThrow(() -> new IntrouvableException("Cette fiche n’existe pas, ou plus."));
    }

    /**
     * Where the record that lacks is entered, to come back from there.
     *
     * @return empty where more was typed than an address can hold
     */
    Optional<String> detour(ContratForm form, Manque manque, UtilisateurConnecte moi) {
        StringBuilder adresse = new StringBuilder();
        name(adresse, Choix.PERSONNES, PERSONNE, form.personne(), manque, moi);
        name(adresse, Choix.ENTREPRISES, EMPLOYEUR, form.employeur(), manque, moi);
        name(adresse, Choix.ENTREPRISES, TITULAIRE, form.titulaire(), manque, moi);
        write(adresse, "lieu", form.lieu());
        write(adresse, "modalite", form.modalite());
        write(adresse, "type", form.type());
        write(adresse, "debut", form.debut());
        write(adresse, "fin", form.fin());
        write(adresse, "reference", form.reference());
        form.lots().stream()
                .filter(lot -> lot.matches("[0-9]{1,18}")
                        && choix.byId(Choix.LOTS, Long.parseLong(lot), moi).isPresent())
                .forEach(lot -> write(adresse, LOT, lot));
        name(adresse, Choix.LOTS, LOT, form.lot(), manque, moi);
        String saisie = adresse.append(manque.parametre).append('=').toString();
        return Detour.fits(saisie)
                ? Optional.of(Detour.contrat(saisie).on(manque.formulaire) + called(form, manque))
                : Optional.empty();
    }

    /** A company that was looked for by its name, in vain, has it. */
    private static String called(ContratForm form, Manque manque) {
        String nom = switch (manque) {
            case BENEFICIAIRE -> "";
            case EMPLOYEUR -> form.employeur();
            case TITULAIRE -> form.titulaire();
        };
        return nom.isBlank() || nom.contains("n°") || nom.codePoints().noneMatch(Character::isLetter)
                ? ""
                : "&nom=" + UriUtils.encode(nom, StandardCharsets.UTF_8);
    }

    private void name(
            StringBuilder adresse, Choix quoi, String parametre, String saisi, Manque manque, UtilisateurConnecte moi) {
        Optional<Trouve> trouve = parametre.equals(manque.parametre) ? Optional.empty() : known(quoi, saisi, moi);
        if (trouve.isPresent()) {
            write(adresse, parametre, Long.toString(trouve.get().id()));
        } else {
            write(adresse, SAISI + parametre, saisi);
        }
    }

    private Optional<Trouve> known(Choix quoi, String saisi, UtilisateurConnecte moi) {
        if (saisi.isBlank()) return Optional.empty();
        try {
            return Optional.of(choix.resolve(quoi, saisi, Set.of(), moi));
        } catch (SaisieRefuseeException pasEncore) {
            return Optional.empty();
        }
    }

    private static void write(StringBuilder adresse, String parametre, String valeur) {
        if (!valeur.isEmpty())
            adresse.append(parametre)
                    .append('=')
                    .append(UriUtils.encode(valeur, StandardCharsets.UTF_8))
                    .append('&');
    }

    /** A record that lacks, named as the parameter that will have its id: it is entered before the contract. */
    enum Manque {
        BENEFICIAIRE(PERSONNE, "/beneficiaires/nouveau"),
        EMPLOYEUR(Depart.EMPLOYEUR, "/entreprises/nouvelle"),
        TITULAIRE(Depart.TITULAIRE, "/entreprises/nouvelle");

        private final String parametre;
        private final String formulaire;

        Manque(String parametre, String formulaire) {
            this.parametre = parametre;
            this.formulaire = formulaire;
        }

        static Optional<Manque> find(String parametre) {
            return Arrays.stream(values())
                    .filter(m -> m.parametre.equals(parametre))
                    .findFirst();
        }
    }
}
