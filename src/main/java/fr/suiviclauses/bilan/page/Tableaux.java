package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.AnneeBilan;
import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.LigneDonneurOrdre;
import fr.suiviclauses.bilan.chiffres.LigneEffectif;
import fr.suiviclauses.bilan.chiffres.LigneGroupe;
import fr.suiviclauses.bilan.details.Liste;
import fr.suiviclauses.bilan.details.Precision;
import fr.suiviclauses.bilan.figure.Barre;
import fr.suiviclauses.bilan.figure.Cellule;
import fr.suiviclauses.bilan.figure.Echelle;
import fr.suiviclauses.bilan.figure.Empilement;
import fr.suiviclauses.bilan.figure.Tableau;
import fr.suiviclauses.bilan.figure.Ton;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.Evolution;
import fr.suiviclauses.commun.Heures;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Part;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The tables that several pages share. */
final class Tableaux {

    static final String ARRONDIS = "Les lignes sont arrondies à l’heure ; le total est calculé avant arrondi.";

    private Tableaux() {}

    /** Buyers with hours, each leading to its own bilan, its hours to their records. */
    static List<Tableau.Ligne> donneursOrdres(Bilan bilan, List<LigneDonneurOrdre> donneurs) {
        Adresses adresses = new Adresses(bilan.perimetre());
        Echelle echelle =
                Echelle.of(donneurs.stream().map(d -> d.heures().valeur()).toList());
        return donneurs.stream()
                .filter(d -> !d.heures().nulles())
                .map(d -> {
                    var seul = bilan.perimetre().filtres().avecDonneurOrdre(d.nom());
                    return Tableau.Ligne.of(
                                    d.nom(),
                                    Barre.of(
                                            d.heures().valeur(),
                                            echelle,
                                            d.nature() == NatureDonneurOrdre.PRIVE ? Ton.PRIVE : Ton.DONNEE),
                                    Cellule.lien(d.heures().affiche(), adresses.details(Liste.HEURES, seul)),
                                    Cellule.of(bilan.part(d.heures()).affiche()),
                                    Cellule.lien(
                                            NombreAffiche.of(d.beneficiaires()),
                                            adresses.details(Liste.BENEFICIAIRES, seul)),
                                    Cellule.lien(NombreAffiche.of(d.marches()), adresses.details(Liste.MARCHES, seul)))
                            .vers(adresses.filtre(Partie.CHIFFRES_CLES, seul))
                            .marquee(d.signataireSba() ? "SBA" : null);
                })
                .toList();
    }

    /** The groups of purchase families, each leading to its own families. */
    static Tableau groupes(Bilan bilan, List<LigneGroupe> groupes) {
        Perimetre perimetre = bilan.perimetre();
        Adresses adresses = new Adresses(perimetre);
        Echelle echelle = Echelle.of(
                bilan.groupes().stream().map(g -> g.heures().valeur()).toList());
        return new Tableau(
                "Heures d’insertion par groupe, " + perimetre.periode(),
                "Groupe",
                List.of("Part", "Heures", "Personnes", "Marchés"),
                groupes.stream()
                        .map(g -> {
                            var seul = perimetre.filtres().avecGroupe(g.groupe());
                            return Tableau.Ligne.of(
                                            g.groupe(),
                                            Barre.of(g.heures().valeur(), echelle, Ton.DONNEE),
                                            Cellule.of(bilan.part(g.heures()).affiche(1)),
                                            Cellule.lien(g.heures().affiche(), adresses.details(Liste.HEURES, seul)),
                                            Cellule.lien(
                                                    NombreAffiche.of(g.beneficiaires()),
                                                    adresses.details(Liste.BENEFICIAIRES, seul)),
                                            Cellule.lien(
                                                    NombreAffiche.of(g.marches()), adresses.marchesAvecHeures(seul)))
                                    .vers(adresses.filtre(Partie.FAMILLES, seul));
                        })
                        .toList(),
                null);
    }

    /** People by an attribute, over all of them. */
    static <C extends Libelle> Tableau effectifs(
            Bilan bilan, String legende, String premiere, Precision precision, List<LigneEffectif<C>> lignes) {
        Adresses adresses = new Adresses(bilan.perimetre());
        Echelle echelle = Echelle.of(
                lignes.stream().map(l -> BigDecimal.valueOf(l.beneficiaires())).toList());
        return new Tableau(
                legende,
                premiere,
                List.of("Personnes", "Part"),
                lignes.stream()
                        .map(l -> Tableau.Ligne.of(
                                l.libelle(),
                                Barre.of(
                                        BigDecimal.valueOf(l.beneficiaires()),
                                        echelle,
                                        l.code() == null ? Ton.INCONNU : Ton.DONNEE),
                                Cellule.lien(
                                        NombreAffiche.of(l.beneficiaires()),
                                        adresses.details(Liste.BENEFICIAIRES, precision, code(l))),
                                Cellule.of(bilan.indicateurs()
                                        .parmiBeneficiaires(l.beneficiaires())
                                        .affiche())))
                        .toList(),
                null);
    }

    /** People by an attribute, as the parts of a whole. */
    static <C extends Libelle> Empilement empilement(
            Bilan bilan, String titre, Precision precision, List<LigneEffectif<C>> lignes, Function<C, Ton> tons) {
        Adresses adresses = new Adresses(bilan.perimetre());
        return Empilement.of(
                titre,
                lignes.stream()
                        .map(l -> new Empilement.Part(
                                l.libelle(),
                                bilan.indicateurs()
                                        .parmiBeneficiaires(l.beneficiaires())
                                        .affiche(),
                                adresses.details(Liste.BENEFICIAIRES, precision, code(l)),
                                BigDecimal.valueOf(l.beneficiaires()),
                                l.code() == null ? Ton.INCONNU : tons.apply(l.code())))
                        .toList());
    }

    /** What a list's address calls the people of whom a thing is not known. */
    static String code(LigneEffectif<?> ligne) {
        Libelle code = ligne.code();
        return code == null ? Precision.NON_RENSEIGNE : code.name();
    }

    /** The years side by side, the last one first. */
    static Tableau annees(Bilan bilan, List<AnneeBilan> annees) {
        Perimetre perimetre = bilan.perimetre();
        List<Tableau.Ligne> lignes = new ArrayList<>();
        for (int i = annees.size() - 1; i >= 0; i--) {
            AnneeBilan a = annees.get(i);
            Evolution evolution = i == 0
                    ? Evolution.AUCUNE
                    : a.heures().depuis(annees.get(i - 1).heures());
            boolean vide = a.heures().nulles();
            Adresses seule =
                    new Adresses(new Perimetre(perimetre.structureId(), a.annee(), a.annee(), perimetre.filtres()));
            lignes.add(Tableau.Ligne.of(
                            String.valueOf(a.annee()),
                            null,
                            vide
                                    ? Cellule.of(NombreAffiche.AUCUN)
                                    : Cellule.lien(a.heures().affiche(), seule.details(Liste.HEURES)),
                            Cellule.evolution(evolution.affiche(), evolution.sens()),
                            nombre(vide, a.beneficiaires(), seule.details(Liste.BENEFICIAIRES)),
                            nombre(false, a.marchesSuivis(), seule.details(Liste.MARCHES)),
                            nombre(false, a.donneursOrdres(), seule.details(Liste.DONNEURS_ORDRES)),
                            nombre(false, a.entreprises(), seule.details(Liste.ENTREPRISES)))
                    .vers(seule.partie(Partie.CHIFFRES_CLES)));
        }
        return new Tableau(
                "Une ligne par année, avec les mêmes filtres",
                "Année",
                List.of("Heures", "Évolution", "Bénéficiaires", "Marchés suivis", "Donneurs d’ordres", "Entreprises"),
                lignes,
                null);
    }

    /** The parts of a whole in hours. */
    static Empilement.Part part(Bilan bilan, String libelle, Heures heures, String adresse, Ton ton) {
        Part part = bilan.part(heures);
        return new Empilement.Part(libelle, part.affiche(), adresse, heures.valeur(), ton);
    }

    private static Cellule nombre(boolean aucun, long nombre, String adresse) {
        return aucun ? Cellule.of(NombreAffiche.AUCUN) : Cellule.lien(NombreAffiche.of(nombre), adresse);
    }
}
