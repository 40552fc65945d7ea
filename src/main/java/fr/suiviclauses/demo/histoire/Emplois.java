package fr.suiviclauses.demo.histoire;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Who employs and how: the modality of each contract, the company of the marché it works for, the employer. Private
 * contracts have exactly the printed number of each modality.
 */
final class Emplois {

    /** Employers of each type on the market; the ones that win lots of their own come on top. */
    private static final Map<String, Integer> EFFECTIFS = Map.of(
            "ETT", 14, "ETTI", 6, "GEIQ", 4, "AI", 6, "EI", 10, "ACI", 6, "REGIE_QUARTIER", 5, "ESAT", 5, "EA", 4);

    /** Modalities that the small private service marchés get before the building sites. */
    private static final List<Modalite> DE_SERVICE =
            List.of(Modalite.ESAT, Modalite.REGIE_QUARTIER, Modalite.AI, Modalite.ACI);

    private final Alea alea;
    private final Map<Modalite, List<Entreprise>> employeurs = new EnumMap<>(Modalite.class);

    Emplois(Registre registre, Alea alea) {
        this.alea = alea;
        for (Modalite modalite : Modalite.values()) {
            List<Entreprise> liste = new ArrayList<>();
            for (int i = 0; i < EFFECTIFS.getOrDefault(modalite.employeur, 0); i++) {
                liste.add(registre.create(modalite.employeur, modalite.employeur));
            }
            employeurs.put(modalite, liste);
        }
    }

    void assign(List<Contrat> contrats) {
        List<Contrat> prives = new ArrayList<>();
        for (Contrat contrat : contrats) {
            if (contrat.lot.perimetre() == Perimetre.PRIVE) {
                prives.add(contrat);
            } else {
                choose(contrat);
            }
        }
        assignPrivate(prives);
        contrats.forEach(this::employ);
    }

    /** A public contract on its own. */
    void assignOne(Contrat contrat) {
        choose(contrat);
        employ(contrat);
    }

    private void choose(Contrat contrat) {
        contrat.participation = contrat.lot.titulaire();
        if (contrat.lot.marche.reserve) {
            contrat.modalite =
                    Modalite.valueOf(contrat.participation.entreprise().type());
            return;
        }
        contrat.participation = alea.chance(800) ? contrat.lot.titulaire() : alea.pick(contrat.lot.participations);
        if (contrat.participation.entreprise().type().equals("EI")) {
            contrat.modalite = partner(contrat.participation);
        } else {
            contrat.modalite = alea.weighted(List.of(Modalite.values()), modalite -> modalite.poids);
        }
    }

    private static Modalite partner(Participation participation) {
        return participation.role().equals(Participation.COTRAITANT)
                ? Modalite.COTRAITANCE_EI
                : Modalite.SOUS_TRAITANCE_EI;
    }

    private void assignPrivate(List<Contrat> prives) {
        List<Modalite> modalites = new ArrayList<>();
        for (Modalite modalite : Modalite.values()) {
            for (int i = 0; i < modalite.contratsPrives; i++) {
                modalites.add(modalite);
            }
        }
        alea.shuffle(prives);
        for (Contrat contrat : List.copyOf(prives)) {
            contrat.participation = contrat.lot.titulaire();
            for (Participation participation : contrat.lot.participations) {
                boolean partner = participation.entreprise().type().equals("EI");
                if (partner && modalites.remove(partner(participation))) {
                    contrat.participation = participation;
                    contrat.modalite = partner(participation);
                    prives.remove(contrat);
                    break;
                }
            }
        }
        alea.shuffle(modalites);
        modalites.sort((a, b) -> Boolean.compare(DE_SERVICE.contains(b), DE_SERVICE.contains(a)));
        prives.sort((a, b) -> Boolean.compare(a.lot.groupe.travaux(), b.lot.groupe.travaux()));
        if (prives.size() != modalites.size()) {
            throw new IllegalStateException(prives.size() + " contracts for " + modalites.size() + " modalities");
        }
        for (int i = 0; i < prives.size(); i++) {
            prives.get(i).modalite = modalites.get(i);
        }
    }

    private void employ(Contrat contrat) {
        Entreprise enTitre = contrat.participation.entreprise();
        boolean own = contrat.modalite.employeur.isEmpty() || enTitre.type().equals(contrat.modalite.employeur);
        contrat.employeur = own ? enTitre : alea.pick(employeurs.getOrDefault(contrat.modalite, List.of(enTitre)));
    }
}
