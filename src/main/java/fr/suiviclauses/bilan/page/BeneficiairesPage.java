package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.Indicateurs;
import fr.suiviclauses.bilan.chiffres.LigneEffectif;
import fr.suiviclauses.bilan.chiffres.LigneModalite;
import fr.suiviclauses.bilan.chiffres.LignePrescripteur;
import fr.suiviclauses.bilan.chiffres.Metropole;
import fr.suiviclauses.bilan.chiffres.Rubrique;
import fr.suiviclauses.bilan.chiffres.TrancheAge;
import fr.suiviclauses.bilan.details.Liste;
import fr.suiviclauses.bilan.details.Precision;
import fr.suiviclauses.bilan.figure.Barre;
import fr.suiviclauses.bilan.figure.Cellule;
import fr.suiviclauses.bilan.figure.Echelle;
import fr.suiviclauses.bilan.figure.Empilement;
import fr.suiviclauses.bilan.figure.Tableau;
import fr.suiviclauses.bilan.figure.Ton;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.Qpv;
import fr.suiviclauses.referentiel.Sexe;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Who works. */
record BeneficiairesPage(
        Cadre cadre,
        Panneau panneauCriteres,
        Tableau criteres,
        Panneau panneauDiplomes,
        Tableau diplomes,
        List<Profil> profils,
        Panneau panneauModalites,
        Tableau modalites,
        Panneau panneauPrescripteurs,
        Tableau prescripteurs) {

    /** A panel with the parts of a whole. */
    record Profil(Panneau panneau, Empilement empilement) {}

    static BeneficiairesPage of(Bilan bilan, Cadre cadre) {
        Adresses adresses = new Adresses(bilan.perimetre());
        Indicateurs i = bilan.indicateurs();
        String personnes = Mots.compte(i.beneficiaires(), "personne", "personnes");
        return new BeneficiairesPage(
                cadre,
                Panneau.of("statuts", "Statut à l’entrée", phraseCriteres(bilan), Rubrique.CRITERES, adresses)
                        .note(
                                "Plusieurs statuts sont possibles pour une personne : les lignes peuvent dépasser 100 %."),
                Tableaux.effectifs(
                        bilan,
                        "Bénéficiaires ayant chaque statut, sur " + personnes,
                        "Statut",
                        Precision.CRITERE,
                        bilan.criteres()),
                Panneau.of("diplomes", "Diplôme le plus élevé", phraseDiplomes(bilan), Rubrique.DIPLOMES, adresses),
                Tableaux.effectifs(
                        bilan,
                        "Bénéficiaires par diplôme, sur " + personnes,
                        "Diplôme",
                        Precision.DIPLOME,
                        parNiveau(bilan.diplomes())),
                List.of(
                        new Profil(
                                Panneau.of("sexe", "Femmes et hommes", phraseSexes(bilan), Rubrique.SEXES, adresses),
                                Tableaux.empilement(
                                        bilan,
                                        "Bénéficiaires par sexe",
                                        Precision.SEXE,
                                        parNiveau(bilan.sexes()),
                                        BeneficiairesPage::ton)),
                        new Profil(
                                Panneau.of("age", "Âge à l’entrée", phraseAges(bilan), Rubrique.AGES, adresses),
                                Tableaux.empilement(
                                        bilan,
                                        "Bénéficiaires par âge à l’entrée",
                                        Precision.AGE,
                                        parNiveau(bilan.ages()),
                                        BeneficiairesPage::ton)),
                        new Profil(
                                Panneau.of("qpv", "Quartiers prioritaires", phraseQpv(bilan), Rubrique.QPV, adresses),
                                Tableaux.empilement(
                                        bilan,
                                        "Bénéficiaires domiciliés en quartier prioritaire",
                                        Precision.QPV,
                                        parNiveau(bilan.qpv()),
                                        BeneficiairesPage::ton)),
                        new Profil(
                                Panneau.of(
                                        "metropole", "Métropole", phraseMetropole(bilan), Rubrique.METROPOLE, adresses),
                                Tableaux.empilement(
                                        bilan,
                                        "Bénéficiaires domiciliés dans la métropole",
                                        Precision.METROPOLE,
                                        parNiveau(bilan.metropole()),
                                        BeneficiairesPage::ton))),
                Panneau.of("modalites", "Comment ils travaillent", phraseModalites(bilan), Rubrique.MODALITES, adresses)
                        .note(
                                "Une personne compte une fois par ligne : les lignes peuvent dépasser le nombre de bénéficiaires."),
                modalites(bilan, adresses),
                Panneau.of(
                        "prescripteurs",
                        "Qui les oriente",
                        phrasePrescripteurs(bilan),
                        Rubrique.PRESCRIPTEURS,
                        adresses),
                prescripteurs(bilan, adresses));
    }

    /** A scale of diplomas or ages is read in its own order, not by size; what is not known comes last. */
    private static <C extends Enum<C> & Libelle> List<LigneEffectif<C>> parNiveau(List<LigneEffectif<C>> lignes) {
        return lignes.stream()
                .sorted(Comparator.comparing(LigneEffectif<C>::code, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
    }

    private static Ton ton(Sexe sexe) {
        return switch (sexe) {
            case F -> Ton.DONNEE;
            case H -> Ton.SECOND;
            case NON_RENSEIGNE -> Ton.INCONNU;
        };
    }

    private static Ton ton(TrancheAge age) {
        return switch (age) {
            case MOINS_DE_26 -> Ton.DONNEE;
            case DE_26_A_49 -> Ton.SECOND;
            case A_PARTIR_DE_50 -> Ton.TROISIEME;
        };
    }

    private static Ton ton(Qpv qpv) {
        return switch (qpv) {
            case OUI -> Ton.DONNEE;
            case NON -> Ton.SECOND;
            case INCONNU -> Ton.INCONNU;
        };
    }

    private static Ton ton(Metropole metropole) {
        return metropole == Metropole.OUI ? Ton.DONNEE : Ton.SECOND;
    }

    /** "30 % sont demandeurs d’emploi de longue durée, 34 % des jeunes de moins de 26 ans sans qualification ou sans expérience." */
    private static String phraseCriteres(Bilan bilan) {
        Indicateurs i = bilan.indicateurs();
        return bilan.vide()
                ? ""
                : i.partDeld().affiche() + " sont demandeurs d’emploi de longue durée, "
                        + i.partJeunes26().affiche()
                        + " sont des jeunes de moins de 26 ans sans qualification ou sans expérience.";
    }

    private static String phraseDiplomes(Bilan bilan) {
        Indicateurs i = bilan.indicateurs();
        return bilan.vide()
                ? ""
                : i.partInfraCap().affiche() + " ont au plus un CAP ou un BEP, dont "
                        + i.partSansDiplome().affiche() + " sans diplôme.";
    }

    private static String phraseSexes(Bilan bilan) {
        return bilan.vide()
                ? ""
                : "Les femmes sont " + bilan.indicateurs().partFemmes().affiche() + " des bénéficiaires.";
    }

    private static String phraseAges(Bilan bilan) {
        return bilan.ages().stream()
                .filter(l -> l.code() == TrancheAge.MOINS_DE_26)
                .findFirst()
                .map(l -> bilan.indicateurs()
                                .parmiBeneficiaires(l.beneficiaires())
                                .affiche() + " avaient moins de 26 ans en entrant dans le dispositif.")
                .orElse("");
    }

    private static String phraseQpv(Bilan bilan) {
        return bilan.vide()
                ? ""
                : bilan.indicateurs().partQpv().affiche()
                        + " habitent un quartier prioritaire de la politique de la ville.";
    }

    private static String phraseMetropole(Bilan bilan) {
        return bilan.vide() ? "" : bilan.indicateurs().partMetropole().affiche() + " habitent la métropole.";
    }

    private static String phraseModalites(Bilan bilan) {
        long contrats = bilan.modalites().stream().mapToLong(m -> m.contrats()).sum();
        return bilan.modalites().stream()
                .max(Comparator.comparingLong(m -> m.contrats()))
                .map(m -> contrats == 1
                        ? "Un seul contrat : " + m.modalite().libelle() + "."
                        : Mots.compte(contrats, "contrat", "contrats") + " ; la première modalité, "
                                + m.modalite().libelle() + ", en compte " + NombreAffiche.of(m.contrats()) + ".")
                .orElse("");
    }

    private static Tableau modalites(Bilan bilan, Adresses adresses) {
        var modalites = bilan.modalites().stream()
                .sorted(Comparator.comparingLong((LigneModalite m) -> m.contrats())
                        .reversed())
                .toList();
        Echelle echelle = Echelle.of(
                modalites.stream().map(m -> BigDecimal.valueOf(m.contrats())).toList());
        long contrats = modalites.stream().mapToLong(m -> m.contrats()).sum();
        return new Tableau(
                "Contrats ayant des heures comptées, " + bilan.perimetre().periode(),
                "Modalité",
                List.of("Contrats", "Personnes", "Heures"),
                modalites.stream()
                        .map(m -> Tableau.Ligne.of(
                                m.modalite().libelle(),
                                Barre.of(BigDecimal.valueOf(m.contrats()), echelle, Ton.DONNEE),
                                Cellule.lien(
                                        NombreAffiche.of(m.contrats()),
                                        adresses.details(
                                                Liste.CONTRATS,
                                                Precision.MODALITE,
                                                m.modalite().name())),
                                Cellule.lien(
                                        NombreAffiche.of(m.beneficiaires()),
                                        adresses.details(
                                                Liste.BENEFICIAIRES,
                                                Precision.MODALITE,
                                                m.modalite().name())),
                                Cellule.lien(
                                        m.heures().affiche(),
                                        adresses.details(
                                                Liste.HEURES,
                                                Precision.MODALITE,
                                                m.modalite().name()))))
                        .toList(),
                Tableau.Ligne.of(
                        "Ensemble",
                        null,
                        Cellule.lien(NombreAffiche.of(contrats), adresses.details(Liste.CONTRATS)),
                        Cellule.lien(
                                NombreAffiche.of(bilan.indicateurs().beneficiaires()),
                                adresses.details(Liste.BENEFICIAIRES)),
                        Cellule.lien(bilan.indicateurs().heures().affiche(), adresses.details(Liste.HEURES))));
    }

    private static String phrasePrescripteurs(Bilan bilan) {
        List<LignePrescripteur> connus =
                bilan.prescripteurs().stream().filter(p -> p.nom() != null).toList();
        if (connus.isEmpty()) {
            return bilan.vide() ? "" : "Aucun prescripteur n’est renseigné.";
        }
        return Mots.compte(connus.size(), "prescripteur", "prescripteurs") + " ; "
                + connus.get(0).libelle()
                + " a orienté "
                + bilan.indicateurs()
                        .parmiBeneficiaires(connus.get(0).beneficiaires())
                        .affiche()
                + " des bénéficiaires.";
    }

    private static Tableau prescripteurs(Bilan bilan, Adresses adresses) {
        Echelle echelle = Echelle.of(bilan.prescripteurs().stream()
                .map(p -> BigDecimal.valueOf(p.beneficiaires()))
                .toList());
        List<LignePrescripteur> connusDAbord = new ArrayList<>(bilan.prescripteurs());
        connusDAbord.sort(Comparator.comparing(p -> p.nom() == null));
        return new Tableau(
                "Bénéficiaires par prescripteur, " + bilan.perimetre().periode(),
                "Prescripteur",
                List.of("Personnes", "Part"),
                connusDAbord.stream()
                        .map(p -> Tableau.Ligne.of(
                                p.libelle(),
                                Barre.of(
                                        BigDecimal.valueOf(p.beneficiaires()),
                                        echelle,
                                        p.nom() == null ? Ton.INCONNU : Ton.DONNEE),
                                Cellule.lien(
                                        NombreAffiche.of(p.beneficiaires()),
                                        adresses.details(
                                                Liste.BENEFICIAIRES,
                                                Precision.PRESCRIPTEUR,
                                                p.nom() == null ? Precision.NON_RENSEIGNE : p.nom())),
                                Cellule.of(bilan.indicateurs()
                                        .parmiBeneficiaires(p.beneficiaires())
                                        .affiche())))
                        .toList(),
                null);
    }
}
