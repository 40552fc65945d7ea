package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.AnneeBilan;
import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.GroupeAnnee;
import fr.suiviclauses.bilan.chiffres.LigneFamille;
import fr.suiviclauses.bilan.chiffres.LigneGroupe;
import fr.suiviclauses.bilan.chiffres.LigneType;
import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.details.Liste;
import fr.suiviclauses.bilan.details.Precision;
import fr.suiviclauses.bilan.figure.Barre;
import fr.suiviclauses.bilan.figure.Cellule;
import fr.suiviclauses.bilan.figure.Echelle;
import fr.suiviclauses.bilan.figure.Empilement;
import fr.suiviclauses.bilan.figure.Lien;
import fr.suiviclauses.bilan.figure.Tableau;
import fr.suiviclauses.bilan.figure.Ton;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.commun.Evolution;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.referentiel.TypeMarche;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What is bought.
 *
 * @param familles the fine families of each group, behind its line
 * @param troisAns null lines where nothing can be compared
 */
record FamillesPage(
        Cadre cadre,
        Panneau panneauTypes,
        Empilement types,
        Tableau tableauTypes,
        Panneau panneauGroupes,
        Tableau groupes,
        Panneau panneauFamilles,
        List<Lien> tris,
        List<Groupe> familles,
        Panneau panneauTroisAns,
        Tableau troisAns) {

    /**
     * A group with its families.
     *
     * @param ouvert its families are shown at once: it is the only one
     */
    record Groupe(
            String nom, String part, String heures, String nombre, Barre barre, boolean ouvert, Tableau familles) {}

    static FamillesPage of(Bilan bilan, Cadre cadre, Tri tri) {
        Adresses adresses = new Adresses(bilan.perimetre());
        return new FamillesPage(
                cadre,
                Panneau.of("types", "Types de marché", phraseTypes(bilan), Rubrique.TYPES, adresses),
                types(bilan, adresses),
                tableauTypes(bilan, adresses),
                Panneau.of(
                                "groupes",
                                "Les groupes de familles",
                                phraseGroupes(bilan),
                                Rubrique.GROUPES_FAMILLES,
                                adresses)
                        .note(
                                "Une personne compte une fois par ligne : les lignes peuvent dépasser le nombre de bénéficiaires."),
                Tableaux.groupes(bilan, bilan.groupes()),
                Panneau.of("familles", titreFamilles(bilan), phraseFamilles(bilan), Rubrique.FAMILLES, adresses)
                        .note(Tableaux.ARRONDIS),
                Tri.liens(tri, autres -> adresses.partie(Partie.FAMILLES, autres) + "#familles"),
                familles(bilan, adresses, tri),
                Panneau.of(
                        "trois-ans", "Trois ans de comparaison", phraseTroisAns(bilan), Rubrique.TROIS_ANS, adresses),
                troisAns(bilan, adresses));
    }

    /** "Les services font 66 % des heures, les travaux 34 %." */
    private static String phraseTypes(Bilan bilan) {
        List<LigneType> types = bilan.types();
        if (types.isEmpty()) {
            return "";
        }
        if (types.size() == 1) {
            return "Toutes les heures sont faites sur des marchés de "
                    + types.get(0).type().libelle().toLowerCase(Locale.FRENCH) + ".";
        }
        StringBuilder phrase = new StringBuilder("Les ");
        for (int i = 0; i < types.size(); i++) {
            phrase.append(i == 0 ? "" : ", les ")
                    .append(types.get(i).type().libelle().toLowerCase(Locale.FRENCH))
                    .append(i == 0 ? " font " : " ")
                    .append(part(bilan, types.get(i)))
                    .append(i == 0 ? " des heures" : "");
        }
        return phrase.append('.').toString();
    }

    /** What is there but rounds to nothing is not "0 %" in a sentence. */
    private static String part(Bilan bilan, LigneType type) {
        var pourcentage = bilan.part(type.heures()).pourcentage(0);
        return pourcentage != null && pourcentage.signum() == 0
                ? "moins de 1" + NombreAffiche.ESPACE_FINE + "%"
                : bilan.part(type.heures()).affiche();
    }

    private static Empilement types(Bilan bilan, Adresses adresses) {
        return Empilement.of(
                "Heures par type de marché",
                bilan.types().stream()
                        .map(t -> Tableaux.part(
                                bilan,
                                t.type().libelle(),
                                t.heures(),
                                adresses.filtre(
                                        Partie.FAMILLES,
                                        bilan.perimetre().filtres().avecType(t.type())),
                                ton(t.type())))
                        .toList());
    }

    private static Ton ton(TypeMarche type) {
        return switch (type) {
            case SERVICES -> Ton.DONNEE;
            case TRAVAUX -> Ton.SECOND;
            case FOURNITURES -> Ton.INCONNU;
        };
    }

    private static Tableau tableauTypes(Bilan bilan, Adresses adresses) {
        return new Tableau(
                "Heures d’insertion par type de marché, " + bilan.perimetre().periode(),
                "Type",
                List.of("Heures", "Part", "Personnes", "Marchés"),
                bilan.types().stream()
                        .map(t -> {
                            var seul = bilan.perimetre().filtres().avecType(t.type());
                            return Tableau.Ligne.of(
                                            t.type().libelle(),
                                            null,
                                            Cellule.lien(t.heures().affiche(), adresses.details(Liste.HEURES, seul)),
                                            Cellule.of(bilan.part(t.heures()).affiche()),
                                            Cellule.lien(
                                                    NombreAffiche.of(t.beneficiaires()),
                                                    adresses.details(Liste.BENEFICIAIRES, seul)),
                                            Cellule.lien(
                                                    NombreAffiche.of(t.marches()), adresses.marchesAvecHeures(seul)))
                                    .vers(adresses.filtre(Partie.FAMILLES, seul));
                        })
                        .toList(),
                Tableau.Ligne.of(
                        "Ensemble",
                        null,
                        Cellule.lien(bilan.indicateurs().heures().affiche(), adresses.details(Liste.HEURES)),
                        Cellule.of(bilan.part(bilan.indicateurs().heures()).affiche()),
                        Cellule.lien(
                                NombreAffiche.of(bilan.indicateurs().beneficiaires()),
                                adresses.details(Liste.BENEFICIAIRES)),
                        Cellule.VIDE));
    }

    /** "Bâtiment vient en tête avec 24,4 % des heures ; les services en font 66 %." */
    static String phraseGroupes(Bilan bilan) {
        List<LigneGroupe> groupes = bilan.groupes();
        if (groupes.isEmpty()) {
            return "";
        }
        LigneGroupe premier = groupes.get(0);
        if (groupes.size() == 1) {
            return "Toutes les heures sont du groupe " + premier.groupe() + ".";
        }
        return premier.groupe() + " vient en tête avec "
                + bilan.part(premier.heures()).affiche(1) + " des heures" + " ; les services en font "
                + bilan.indicateurs().partServices().affiche() + ".";
    }

    private static String titreFamilles(Bilan bilan) {
        int nombre = bilan.familles().size();
        return nombre < 2 ? "La famille d’achats" : "Les " + NombreAffiche.of(nombre) + " familles d’achats";
    }

    private static String phraseFamilles(Bilan bilan) {
        return bilan.familles().stream()
                .max(Comparator.comparing(LigneFamille::heures))
                .filter(f -> bilan.familles().size() > 1)
                .map(f -> "La première, " + f.famille() + ", fait "
                        + bilan.part(f.heures()).affiche(1)
                        + " des heures. Ouvrez un groupe pour lire ses familles.")
                .orElse("");
    }

    private static List<Groupe> familles(Bilan bilan, Adresses adresses, Tri tri) {
        Echelle echelle = Echelle.of(
                bilan.groupes().stream().map(g -> g.heures().valeur()).toList());
        Echelle fine = Echelle.of(
                bilan.familles().stream().map(f -> f.heures().valeur()).toList());
        return bilan.groupes().stream()
                .map(g -> {
                    List<LigneFamille> lignes = bilan.familles(g.groupe());
                    return new Groupe(
                            g.groupe(),
                            bilan.part(g.heures()).affiche(1),
                            g.heures().affiche(),
                            Mots.compte(lignes.size(), "famille", "familles"),
                            Barre.of(g.heures().valeur(), echelle, Ton.DONNEE),
                            bilan.groupes().size() == 1,
                            tableauFamilles(bilan, adresses, g, fine, tri));
                })
                .toList();
    }

    private static Tableau tableauFamilles(
            Bilan bilan, Adresses adresses, LigneGroupe groupe, Echelle echelle, Tri tri) {
        Filtres seul = bilan.perimetre().filtres().avecGroupe(groupe.groupe());
        return new Tableau(
                groupe.groupe() + ", heures d’insertion, " + bilan.perimetre().periode(),
                "Famille",
                List.of("Part", "Heures", "Personnes", "Marchés"),
                bilan.familles(groupe.groupe()).stream()
                        .sorted(tri.familles())
                        .map(f -> Tableau.Ligne.of(
                                f.famille(),
                                Barre.of(f.heures().valeur(), echelle, Ton.DONNEE),
                                Cellule.of(bilan.part(f.heures()).affiche(1)),
                                Cellule.lien(
                                        f.heures().affiche(),
                                        adresses.details(Liste.HEURES, Precision.FAMILLE, f.famille())),
                                Cellule.lien(
                                        NombreAffiche.of(f.beneficiaires()),
                                        adresses.details(Liste.BENEFICIAIRES, Precision.FAMILLE, f.famille())),
                                Cellule.lien(
                                        NombreAffiche.of(f.marches()),
                                        adresses.details(
                                                Liste.MARCHES,
                                                bilan.perimetre().filtres(),
                                                Map.of(Precision.FAMILLE, f.famille(), Precision.AVEC_HEURES, "OUI")))))
                        .toList(),
                Tableau.Ligne.of(
                        "Ensemble",
                        null,
                        Cellule.of(bilan.part(groupe.heures()).affiche(1)),
                        Cellule.lien(groupe.heures().affiche(), adresses.details(Liste.HEURES, seul)),
                        Cellule.lien(
                                NombreAffiche.of(groupe.beneficiaires()), adresses.details(Liste.BENEFICIAIRES, seul)),
                        Cellule.lien(NombreAffiche.of(groupe.marches()), adresses.marchesAvecHeures(seul))));
    }

    private static String phraseTroisAns(Bilan bilan) {
        int annee = bilan.perimetre().annee();
        return bilan.groupes().stream()
                .filter(g -> bilan.trajectoire().annee(annee - 1).isPresent())
                .filter(g -> !bilan.trajectoire().heures(g.groupe(), annee - 1).nulles())
                .max(Comparator.comparing((LigneGroupe g) -> gain(bilan, g.groupe(), annee)))
                .filter(g -> gain(bilan, g.groupe(), annee).signum() > 0)
                .map(g -> g.groupe() + " gagne le plus d’heures sur " + (annee - 1) + " : "
                        + NombreAffiche.of(gain(bilan, g.groupe(), annee), 0) + " de plus.")
                .orElse("");
    }

    private static BigDecimal gain(Bilan bilan, String groupe, int annee) {
        return bilan.trajectoire()
                .heures(groupe, annee)
                .valeur()
                .subtract(bilan.trajectoire().heures(groupe, annee - 1).valeur());
    }

    /** The shares of three years side by side, since each is of its own year; hours only for their evolution. */
    private static Tableau troisAns(Bilan bilan, Adresses adresses) {
        int annee = bilan.perimetre().annee();
        List<String> noms = bilan.trajectoire().groupes().stream()
                .filter(g -> g.annee() > annee - 3 && g.annee() <= annee)
                .map(GroupeAnnee::groupe)
                .distinct()
                .sorted(Comparator.comparing((String g) -> bilan.trajectoire().heures(g, annee))
                        .reversed())
                .toList();
        return new Tableau(
                "Part des heures de chaque année, et évolution des heures de " + (annee - 1) + " à " + annee,
                "Groupe",
                List.of(String.valueOf(annee - 2), String.valueOf(annee - 1), String.valueOf(annee), "Évolution"),
                noms.stream()
                        .map(groupe -> {
                            Evolution evolution = bilan.trajectoire()
                                    .heures(groupe, annee)
                                    .depuis(bilan.trajectoire().heures(groupe, annee - 1));
                            return new Tableau.Ligne(
                                    groupe,
                                    adresses.filtre(
                                            Partie.EVOLUTION,
                                            bilan.perimetre().filtres().avecGroupe(groupe)),
                                    null,
                                    null,
                                    Stream.concat(
                                                    IntStream.rangeClosed(annee - 2, annee)
                                                            .mapToObj(a -> Cellule.of(part(bilan, groupe, a))),
                                                    Stream.of(Cellule.evolution(evolution.affiche(), evolution.sens())))
                                            .toList());
                        })
                        .toList(),
                null);
    }

    private static String part(Bilan bilan, String groupe, int annee) {
        Heures total = bilan.trajectoire().annee(annee).map(AnneeBilan::heures).orElse(Heures.ZERO);
        return bilan.trajectoire().heures(groupe, annee).partOf(total).affiche(1);
    }
}
