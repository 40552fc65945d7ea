package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.AgregatDeclare;
import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.Indicateur;
import fr.suiviclauses.bilan.chiffres.Indicateurs;
import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.details.Liste;
import fr.suiviclauses.bilan.details.Precision;
import fr.suiviclauses.bilan.figure.Barre;
import fr.suiviclauses.bilan.figure.Cellule;
import fr.suiviclauses.bilan.figure.Echelle;
import fr.suiviclauses.bilan.figure.Jauge;
import fr.suiviclauses.bilan.figure.Lien;
import fr.suiviclauses.bilan.figure.Tableau;
import fr.suiviclauses.bilan.figure.Ton;
import fr.suiviclauses.bilan.page.ChiffresClesPage.Fait;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.commun.Evolution;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The year seen through one part of it, or beside it.
 *
 * @param donneurs links to the bilan of one buyer, largest first
 * @param agregats declared by others, never added to ours
 */
record PerimetresPage(
        Cadre cadre,
        Panneau panneauReserves,
        List<Fait> reserves,
        Panneau panneauPrives,
        List<Fait> prives,
        List<Lien> liensPrives,
        Panneau panneauDonneurs,
        List<Lien> donneurs,
        Panneau panneauOperations,
        List<OperationVue> operations,
        Panneau panneauClauses,
        Tableau clauses,
        Panneau panneauAgregats,
        List<Agregat> agregats) {

    /**
     * A declared aggregate.
     *
     * @param taux of its target, "" without one
     */
    record Agregat(
            String libelle,
            String heures,
            String phrase,
            String taux,
            @Nullable Jauge jauge,
            @Nullable String source) {}

    private static final int DONNEURS = 12;

    static PerimetresPage of(Bilan bilan, Cadre cadre) {
        Adresses adresses = new Adresses(bilan.perimetre());
        return new PerimetresPage(
                cadre,
                Panneau.of(
                        "reserves",
                        "Marchés réservés et d’insertion",
                        phraseReserves(bilan),
                        Indicateur.HEURES_RESERVEES),
                reserves(bilan, adresses),
                Panneau.of("prives", "Donneurs d’ordres privés", phrasePrives(bilan), Indicateur.HEURES_PRIVEES),
                prives(bilan, adresses),
                liensPrives(bilan),
                Panneau.of(
                        "donneurs",
                        "Le bilan d’un seul donneur d’ordres",
                        "Toutes les parties de ce bilan se lisent aussi pour un seul donneur d’ordres : choisissez-le ici ou dans les filtres.",
                        Indicateur.DONNEURS_ORDRES_AVEC_HEURES),
                bilan.donneursOrdres().stream()
                        .filter(d -> !d.heures().nulles())
                        .limit(DONNEURS)
                        .map(d -> Lien.vers(
                                d.nom(),
                                adresses.filtre(
                                        Partie.CHIFFRES_CLES,
                                        bilan.perimetre().filtres().avecDonneurOrdre(d.nom()))))
                        .toList(),
                Panneau.of("operations", "Opérations", phraseOperations(bilan), Rubrique.OPERATIONS, adresses),
                bilan.operations().stream()
                        .sorted(Comparator.comparing(o -> o.objectif() == null))
                        .map(o -> OperationVue.of(o, bilan))
                        .toList(),
                Panneau.of("clauses", "Clauses", phraseClauses(bilan), Rubrique.CLAUSES, adresses)
                        .note("Un lot peut porter plusieurs clauses : les lignes peuvent dépasser le total."),
                clauses(bilan, adresses),
                Panneau.of(
                        "agregats",
                        "À côté : ce que d’autres déclarent",
                        "Ces périmètres réunissent plusieurs structures. Leurs chiffres sont déclarés, montrés à côté, et jamais ajoutés aux heures du bilan.",
                        Rubrique.AGREGATS,
                        adresses),
                agregats(bilan));
    }

    /** "19 % des heures et 4 % des marchés sont réservés ou d’insertion." */
    private static String phraseReserves(Bilan bilan) {
        Indicateurs i = bilan.indicateurs();
        if (i.heuresReservees().nulles() && i.marchesReserves() == 0) {
            return "Aucun marché suivi n’est réservé ou d’insertion.";
        }
        return i.partHeuresReservees().affiche() + " des heures, pour "
                + i.partMarchesReserves().affiche() + " des marchés suivis.";
    }

    private static List<Fait> reserves(Bilan bilan, Adresses adresses) {
        Indicateurs i = bilan.indicateurs();
        return List.of(
                new Fait(
                        "Heures",
                        i.heuresReservees().affiche(),
                        adresses.details(Liste.HEURES, Precision.RESERVES, "OUI"),
                        Explications.of(Indicateur.HEURES_RESERVEES)),
                new Fait(
                        Mots.accord(i.beneficiairesReserves(), "Personne", "Personnes"),
                        NombreAffiche.of(i.beneficiairesReserves()),
                        adresses.details(Liste.BENEFICIAIRES, Precision.RESERVES, "OUI"),
                        Explications.of(Indicateur.BENEFICIAIRES_RESERVES)),
                new Fait(
                        Mots.accord(i.marchesReserves(), "Marché", "Marchés"),
                        NombreAffiche.of(i.marchesReserves()),
                        adresses.details(Liste.MARCHES, Precision.RESERVES, "OUI"),
                        Explications.of(Indicateur.MARCHES_RESERVES)));
    }

    private static String phrasePrives(Bilan bilan) {
        Indicateurs i = bilan.indicateurs();
        if (i.heuresPrivees().nulles()) {
            return "Aucun donneur d’ordres privé n’a d’heures.";
        }
        return Mots.compte(
                        i.donneursOrdresPrivesAvecHeures(),
                        "donneur d’ordres privé fait ",
                        "donneurs d’ordres privés font ")
                + bilan.part(i.heuresPrivees()).affiche() + " des heures.";
    }

    private static List<Fait> prives(Bilan bilan, Adresses adresses) {
        Indicateurs i = bilan.indicateurs();
        Filtres prives = bilan.perimetre().filtres().avecNature(NatureDonneurOrdre.PRIVE);
        return List.of(
                new Fait(
                        "Heures",
                        i.heuresPrivees().affiche(),
                        adresses.details(Liste.HEURES, prives),
                        Explications.of(Indicateur.HEURES_PRIVEES)),
                new Fait(
                        "Donneurs d’ordres",
                        NombreAffiche.of(i.donneursOrdresPrivesAvecHeures()),
                        adresses.filtre(Partie.DONNEURS_ORDRES, prives),
                        Explications.of(Indicateur.DONNEURS_ORDRES_PRIVES_AVEC_HEURES)),
                new Fait(
                        "Part des heures",
                        bilan.part(i.heuresPrivees()).affiche(),
                        adresses.details(Liste.HEURES, prives),
                        Explications.PART_PRIVEE));
    }

    private static List<Lien> liensPrives(Bilan bilan) {
        var prives = bilan.perimetre().avecFiltres(bilan.perimetre().filtres().avecNature(NatureDonneurOrdre.PRIVE));
        List<Lien> liens = new ArrayList<>();
        liens.add(Lien.vers(
                "Leur bilan " + bilan.perimetre().periode(), new Adresses(prives).partie(Partie.CHIFFRES_CLES)));
        if (!bilan.perimetre().pluriannuel()
                && bilan.premiereAnnee() < bilan.perimetre().annee()) {
            liens.add(Lien.vers(
                    "Depuis " + bilan.premiereAnnee(),
                    new Adresses(prives.avecDepuis(bilan.premiereAnnee())).partie(Partie.CHIFFRES_CLES)));
        }
        return liens;
    }

    private static String phraseOperations(Bilan bilan) {
        long nombre = bilan.operations().size();
        long atteints = bilan.operations().stream()
                .filter(o -> {
                    BigDecimal objectif = o.objectif();
                    return objectif != null && o.heuresCumul().valeur().compareTo(objectif) >= 0;
                })
                .count();
        if (nombre == 0) {
            return "Aucune opération n’a de lot suivi.";
        }
        return Mots.compte(nombre, "opération", "opérations")
                + (atteints == 0
                        ? "."
                        : " ; " + (atteints == 1 ? "une" : NombreEnLettres.of(atteints))
                                + Mots.accord(atteints, " a atteint son objectif.", " ont atteint leur objectif."))
                + " Réalisé, personnes et taux portent sur toutes les années jusqu’à celle-ci.";
    }

    private static String phraseClauses(Bilan bilan) {
        return bilan.clauses().stream()
                .findFirst()
                .map(c -> "La plus fréquente, « " + c.clause().libelle() + " », porte "
                        + bilan.part(c.heures()).affiche() + " des heures.")
                .orElse("");
    }

    private static Tableau clauses(Bilan bilan, Adresses adresses) {
        Echelle echelle = Echelle.of(
                bilan.clauses().stream().map(c -> c.heures().valeur()).toList());
        return new Tableau(
                "Heures d’insertion par clause du lot, " + bilan.perimetre().periode(),
                "Clause",
                List.of("Heures", "Part", "Personnes", "Marchés"),
                bilan.clauses().stream()
                        .map(c -> {
                            Filtres seule = bilan.perimetre().filtres().avecClause(c.clause());
                            return Tableau.Ligne.of(
                                            c.clause().libelle(),
                                            Barre.of(c.heures().valeur(), echelle, Ton.DONNEE),
                                            Cellule.lien(c.heures().affiche(), adresses.details(Liste.HEURES, seule)),
                                            Cellule.of(bilan.part(c.heures()).affiche()),
                                            Cellule.lien(
                                                    NombreAffiche.of(c.beneficiaires()),
                                                    adresses.details(Liste.BENEFICIAIRES, seule)),
                                            Cellule.lien(
                                                    NombreAffiche.of(c.marches()), adresses.marchesAvecHeures(seule)))
                                    .vers(adresses.filtre(Partie.CHIFFRES_CLES, seule))
                                    .marquee(
                                            c.clause().article().isEmpty()
                                                    ? null
                                                    : c.clause().article());
                        })
                        .toList(),
                null);
    }

    /** Those of the bilan's year; what the same perimeter declared before serves its evolution. */
    private static List<Agregat> agregats(Bilan bilan) {
        int annee = bilan.perimetre().annee();
        return bilan.agregats().stream()
                .filter(a -> a.annee() == annee)
                .map(a -> agregat(a, avant(bilan, a)))
                .toList();
    }

    private static @Nullable AgregatDeclare avant(Bilan bilan, AgregatDeclare agregat) {
        return bilan.agregats().stream()
                .filter(a -> a.libelle().equals(agregat.libelle()) && a.annee() < agregat.annee() && a.heures() != null)
                .max(Comparator.comparingInt(AgregatDeclare::annee))
                .orElse(null);
    }

    private static Agregat agregat(AgregatDeclare a, @Nullable AgregatDeclare avant) {
        List<String> morceaux = new ArrayList<>();
        Long personnes = a.beneficiaires();
        if (personnes != null) {
            morceaux.add(Mots.compte(personnes, "personne", "personnes"));
        }
        Long operations = a.operations();
        if (operations != null) {
            morceaux.add(Mots.compte(operations, "opération", "opérations"));
        }
        BigDecimal etp = a.etp();
        if (etp != null) {
            morceaux.add(NombreAffiche.of(etp, 0) + Mots.INSECABLE + "ETP");
        }
        String phrase = String.join(", ", morceaux);
        String evolution = avant == null ? null : Mots.evolution(new Evolution(avant.heures(), a.heures()));
        if (avant != null && evolution != null) {
            phrase = (phrase.isEmpty() ? "" : phrase + ". ") + "L’activité " + evolution + " depuis " + avant.annee()
                    + " (" + Mots.heures(Objects.requireNonNull(avant.heures())) + ")";
        }
        BigDecimal objectif = a.objectif();
        BigDecimal heures = a.heures();
        boolean mesure = objectif != null && heures != null;
        return new Agregat(
                a.libelle(),
                NombreAffiche.of(heures, 0),
                Mots.typographie(phrase.isEmpty() ? "" : phrase + "."),
                mesure
                        ? Part.of(heures, objectif).affiche() + " de l’objectif, " + NombreAffiche.of(objectif, 0)
                                + Mots.INSECABLE + "h"
                        : "",
                objectif != null && heures != null ? Jauge.of(heures, objectif) : null,
                a.source());
    }
}
