package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.Indicateur;
import fr.suiviclauses.bilan.chiffres.Indicateurs;
import fr.suiviclauses.bilan.chiffres.LigneDonneurOrdre;
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
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import java.util.List;

/**
 * Who buys.
 *
 * @param tris by hours, by name
 * @param tables public then private; a nature without hours has none
 * @param sansHeures followed buyers without hours in the period
 */
record DonneursOrdresPage(
        Cadre cadre,
        Panneau panneauNatures,
        Empilement natures,
        List<Lien> tris,
        List<Table> tables,
        Panneau panneauChartes,
        Tableau chartes,
        Panneau panneauSansHeures,
        List<Lien> sansHeures) {

    /** One panel with its table. */
    record Table(Panneau panneau, Tableau tableau) {}

    static DonneursOrdresPage of(Bilan bilan, Cadre cadre, Tri tri) {
        Adresses adresses = new Adresses(bilan.perimetre());
        List<LigneDonneurOrdre> sansHeures = bilan.donneursOrdres().stream()
                .filter(d -> d.heures().nulles())
                .sorted(Tri.NOM.donneursOrdres())
                .toList();
        return new DonneursOrdresPage(
                cadre,
                Panneau.of("natures", "Publics et privés", phraseNatures(bilan), Indicateur.PART_PUBLIQUE),
                natures(bilan, adresses),
                Tri.liens(tri, autres -> adresses.partie(Partie.DONNEURS_ORDRES, autres)),
                List.of(
                                table(bilan, adresses, NatureDonneurOrdre.PUBLIC, tri),
                                table(bilan, adresses, NatureDonneurOrdre.PRIVE, tri))
                        .stream()
                        .filter(t -> !t.tableau().vide())
                        .toList(),
                Panneau.of("chartes", "Chartes", phraseChartes(bilan), Rubrique.CHARTES, adresses),
                chartes(bilan, adresses),
                Panneau.of(
                        "sans-heures",
                        "Suivis, sans heures",
                        phraseSansHeures(bilan, sansHeures.size()),
                        Indicateur.DONNEURS_ORDRES),
                sansHeures.stream()
                        .map(d -> Lien.vers(
                                d.nom(),
                                adresses.details(
                                        Liste.MARCHES,
                                        bilan.perimetre().filtres().avecDonneurOrdre(d.nom()))))
                        .toList());
    }

    /** "67 donneurs d’ordres sont suivis, 59 ont des heures. Les publics en font 85 %." */
    private static String phraseNatures(Bilan bilan) {
        Indicateurs i = bilan.indicateurs();
        String suivis = i.donneursOrdres() == 0
                ? "Aucun donneur d’ordres n’est suivi."
                : Mots.compte(i.donneursOrdres(), "donneur d’ordres est suivi", "donneurs d’ordres sont suivis")
                        + avecHeures(i) + ".";
        return bilan.vide()
                ? suivis
                : suivis + " Les publics font " + i.partPublique().affiche() + " des heures.";
    }

    private static String avecHeures(Indicateurs i) {
        long avec = i.donneursOrdresAvecHeures();
        if (avec == i.donneursOrdres()) {
            return avec == 1 ? " et a des heures" : " et tous ont des heures";
        }
        return avec == 0
                ? ", aucun n’a d’heures"
                : ", " + NombreAffiche.of(avec) + Mots.INSECABLE + (avec == 1 ? "a" : "ont") + " des heures";
    }

    private static Empilement natures(Bilan bilan, Adresses adresses) {
        Indicateurs i = bilan.indicateurs();
        var filtres = bilan.perimetre().filtres();
        return Empilement.of(
                "Heures des donneurs d’ordres publics et privés",
                List.of(
                        Tableaux.part(
                                bilan,
                                "Publics, " + i.heuresPubliques().affiche() + Mots.INSECABLE + "h",
                                i.heuresPubliques(),
                                adresses.filtre(Partie.DONNEURS_ORDRES, filtres.avecNature(NatureDonneurOrdre.PUBLIC)),
                                Ton.DONNEE),
                        Tableaux.part(
                                bilan,
                                "Privés, " + i.heuresPrivees().affiche() + Mots.INSECABLE + "h",
                                i.heuresPrivees(),
                                adresses.filtre(Partie.DONNEURS_ORDRES, filtres.avecNature(NatureDonneurOrdre.PRIVE)),
                                Ton.PRIVE)));
    }

    private static Table table(Bilan bilan, Adresses adresses, NatureDonneurOrdre nature, Tri tri) {
        boolean publique = nature == NatureDonneurOrdre.PUBLIC;
        Indicateurs i = bilan.indicateurs();
        long nombre = publique ? i.donneursOrdresPublicsAvecHeures() : i.donneursOrdresPrivesAvecHeures();
        Heures total = publique ? i.heuresPubliques() : i.heuresPrivees();
        List<LigneDonneurOrdre> donneurs = bilan.donneursOrdres(nature).stream()
                .sorted(tri.donneursOrdres())
                .toList();
        String titre = publique ? "Donneurs d’ordres publics" : "Donneurs d’ordres privés";
        return new Table(
                Panneau.of(
                                publique ? "publics" : "prives",
                                titre,
                                phraseTable(bilan, nature, nombre, total),
                                Rubrique.DONNEURS_ORDRES,
                                adresses)
                        .note(
                                Tableaux.ARRONDIS
                                        + " Une personne compte une fois par ligne : les lignes peuvent dépasser le nombre de bénéficiaires."),
                new Tableau(
                        "Heures d’insertion, " + bilan.perimetre().periode(),
                        "Donneur d’ordres",
                        List.of("Heures", "Part", "Personnes", "Marchés suivis"),
                        Tableaux.donneursOrdres(bilan, donneurs),
                        Tableau.Ligne.of(
                                Mots.compte(nombre, "donneur d’ordres", "donneurs d’ordres"),
                                null,
                                Cellule.lien(
                                        total.affiche(),
                                        adresses.details(
                                                Liste.HEURES,
                                                bilan.perimetre().filtres().avecNature(nature))),
                                Cellule.of(bilan.part(total).affiche()),
                                Cellule.VIDE,
                                Cellule.VIDE)));
    }

    private static String phraseTable(Bilan bilan, NatureDonneurOrdre nature, long nombre, Heures total) {
        return bilan.donneursOrdres(nature).stream()
                .findFirst()
                .filter(premier -> !premier.heures().nulles())
                .map(premier -> nombre == 1
                        ? "Un seul a des heures : " + premier.nom() + "."
                        : "Le premier, " + premier.nom() + ", fait "
                                + premier.heures().partOf(total).affiche() + " de leurs heures.")
                .orElse("");
    }

    private static String phraseChartes(Bilan bilan) {
        return bilan.chartes().stream()
                .filter(c -> "SBA".equals(c.charte()))
                .findFirst()
                .map(c -> (c.donneursOrdres() == 1
                                ? "Un signataire du Small Business Act toulousain fait "
                                : Mots.compte(c.donneursOrdres(), "signataire", "signataires")
                                        + " du Small Business Act toulousain font ")
                        + bilan.part(c.heures()).affiche() + " des heures.")
                .orElse("Aucun donneur d’ordres suivi n’a de charte en vigueur.");
    }

    private static Tableau chartes(Bilan bilan, Adresses adresses) {
        Echelle echelle = new Echelle(bilan.indicateurs().heures().valeur());
        return new Tableau(
                "Signatures en vigueur au 31 décembre " + bilan.perimetre().annee(),
                "Charte",
                List.of("Heures", "Part", "Signataires"),
                bilan.chartes().stream()
                        .map(c -> Tableau.Ligne.of(
                                c.libelle(),
                                Barre.of(c.heures().valeur(), echelle, Ton.DONNEE),
                                Cellule.lien(
                                        c.heures().affiche(),
                                        adresses.details(Liste.HEURES, Precision.CHARTE, c.charte())),
                                Cellule.of(bilan.part(c.heures()).affiche()),
                                Cellule.lien(
                                        NombreAffiche.of(c.donneursOrdres()),
                                        adresses.details(Liste.DONNEURS_ORDRES, Precision.CHARTE, c.charte()))))
                        .toList(),
                null);
    }

    private static String phraseSansHeures(Bilan bilan, int nombre) {
        String quand = bilan.perimetre().pluriannuel()
                ? "de " + bilan.perimetre().depuis() + " à " + bilan.perimetre().annee()
                : "en " + bilan.perimetre().annee();
        return Mots.compte(
                        nombre,
                        "donneur d’ordres a un marché suivi mais aucune heure comptée ",
                        "donneurs d’ordres ont un marché suivi mais aucune heure comptée ")
                + quand + ".";
    }
}
