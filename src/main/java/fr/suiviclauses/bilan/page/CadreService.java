package fr.suiviclauses.bilan.page;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.figure.Lien;
import fr.suiviclauses.bilan.page.Cadre.Choix;
import fr.suiviclauses.bilan.page.Cadre.Choix.Option;
import fr.suiviclauses.bilan.perimetre.ChoixFiltres;
import fr.suiviclauses.bilan.perimetre.Filtres;
import fr.suiviclauses.bilan.perimetre.FiltresService;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.referentiel.Libelle;
import fr.suiviclauses.referentiel.NatureDonneurOrdre;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.referentiel.TypeMarche;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Makes what stands above the figures of every part. */
@Service
@RequiredArgsConstructor
class CadreService {

    /** Years shown at once; the others are one step away. */
    private static final int FENETRE = 5;

    private final FiltresService filtres;

    Cadre cadre(Bilan bilan, Partie partie, UtilisateurConnecte moi) {
        Perimetre perimetre = bilan.perimetre();
        Adresses adresses = new Adresses(perimetre);
        List<Lien> annees = annees(bilan, partie);
        int debut = debutFenetre(annees);
        int fin = Math.min(annees.size(), debut + FENETRE);
        List<Lien> autres = new ArrayList<>(annees.subList(0, debut));
        autres.addAll(annees.subList(fin, annees.size()));
        return new Cadre(
                "Bilan " + perimetre.periode(),
                partie.libelle(),
                bilan.etat(),
                periode(perimetre),
                perimetre.filtres().phrase(),
                annees.subList(debut, fin),
                autres,
                Arrays.stream(Partie.values())
                        .map(p -> new Lien(p.libelle(), adresses.partie(p), p == partie))
                        .toList(),
                natures(perimetre, partie),
                retraits(perimetre, partie),
                choix(perimetre, bilan, filtres.choix(perimetre.structureId())),
                partie == Partie.EVOLUTION ? partie.chemin() : "/bilan/" + perimetre.annee() + partie.chemin(),
                partie == Partie.EVOLUTION ? String.valueOf(perimetre.annee()) : "",
                bilan.vide() ? vide(bilan, partie, moi) : null);
    }

    private static String periode(Perimetre perimetre) {
        return perimetre.pluriannuel()
                ? "Heures validées, mois travaillés de janvier " + perimetre.depuis() + " à décembre "
                        + perimetre.annee()
                : "Heures validées, mois travaillés de janvier à décembre " + perimetre.annee();
    }

    /** From the first to the last year with hours, and the one that is asked for. */
    private static List<Lien> annees(Bilan bilan, Partie partie) {
        Perimetre perimetre = bilan.perimetre();
        return IntStream.rangeClosed(
                        Math.min(bilan.premiereAnnee(), perimetre.annee()),
                        Math.max(bilan.derniereAnnee(), perimetre.annee()))
                .mapToObj(annee -> new Lien(
                        String.valueOf(annee),
                        new Adresses(perimetre.avecAnnee(annee)).partie(partie),
                        annee == perimetre.annee()))
                .toList();
    }

    private static int debutFenetre(List<Lien> annees) {
        int courante = IntStream.range(0, annees.size())
                .filter(i -> annees.get(i).courant())
                .findFirst()
                .orElse(0);
        return Math.max(0, Math.min(courante - FENETRE / 2, annees.size() - FENETRE));
    }

    private static List<Lien> natures(Perimetre perimetre, Partie partie) {
        Filtres f = perimetre.filtres();
        Adresses adresses = new Adresses(perimetre);
        return List.of(
                new Lien("Tous", adresses.filtre(partie, f.avecNature(null)), f.nature() == null),
                nature(adresses, partie, f, NatureDonneurOrdre.PUBLIC, "Publics"),
                nature(adresses, partie, f, NatureDonneurOrdre.PRIVE, "Privés"));
    }

    private static Lien nature(Adresses adresses, Partie partie, Filtres f, NatureDonneurOrdre nature, String libelle) {
        return new Lien(libelle, adresses.filtre(partie, f.avecNature(nature)), f.nature() == nature);
    }

    private static List<Lien> retraits(Perimetre perimetre, Partie partie) {
        Filtres f = perimetre.filtres();
        Adresses adresses = new Adresses(perimetre);
        List<Lien> retraits = new ArrayList<>();
        if (perimetre.pluriannuel()) {
            retraits.add(Lien.vers(
                    "Depuis " + perimetre.depuis(),
                    new Adresses(perimetre.avecDepuis(perimetre.annee())).partie(partie)));
        }
        add(retraits, f.donneurOrdre(), adresses.filtre(partie, f.avecDonneurOrdre(null)));
        add(
                retraits,
                f.operation() == null ? null : "Opération " + f.operation(),
                adresses.filtre(partie, f.avecOperation(null)));
        add(retraits, f.groupe(), adresses.filtre(partie, f.avecGroupe(null)));
        add(retraits, libelle(f.type()), adresses.filtre(partie, f.avecType(null)));
        add(retraits, libelle(f.clause()), adresses.filtre(partie, f.avecClause(null)));
        return retraits;
    }

    private static void add(List<Lien> retraits, @Nullable String libelle, String adresse) {
        if (libelle != null) {
            retraits.add(Lien.vers(libelle, adresse));
        }
    }

    private static List<Choix> choix(Perimetre perimetre, Bilan bilan, ChoixFiltres noms) {
        Filtres f = perimetre.filtres();
        List<Option> annees = IntStream.rangeClosed(
                        Math.min(bilan.premiereAnnee(), perimetre.depuis()), perimetre.annee() - 1)
                .mapToObj(String::valueOf)
                .map(annee -> new Option(annee, "De " + annee + " à " + perimetre.annee()))
                .toList();
        return List.of(
                new Choix(
                        "nature",
                        "Nature du donneur d’ordres",
                        "Publics et privés",
                        List.of(new Option("PUBLIC", "Publics"), new Option("PRIVE", "Privés")),
                        code(f.nature())),
                new Choix(
                        "donneurOrdre",
                        "Donneur d’ordres",
                        "Tous",
                        noms(noms.donneursOrdres()),
                        Objects.requireNonNullElse(f.donneurOrdre(), "")),
                new Choix(
                        "operation",
                        "Opération",
                        "Toutes",
                        noms(noms.operations()),
                        Objects.requireNonNullElse(f.operation(), "")),
                new Choix(
                        "groupe",
                        "Famille d’achats",
                        "Toutes",
                        noms(noms.groupes()),
                        Objects.requireNonNullElse(f.groupe(), "")),
                new Choix("type", "Type de marché", "Tous", codes(TypeMarche.values()), code(f.type())),
                new Choix("clause", "Clause", "Toutes", codes(TypeClause.values()), code(f.clause())),
                new Choix(
                        "depuis",
                        "Période",
                        "L’année " + perimetre.annee(),
                        annees,
                        perimetre.pluriannuel() ? String.valueOf(perimetre.depuis()) : ""));
    }

    private static List<Option> noms(List<String> noms) {
        return noms.stream().map(nom -> new Option(nom, nom)).toList();
    }

    private static List<Option> codes(Libelle[] codes) {
        return Arrays.stream(codes)
                .map(code -> new Option(code.name(), code.libelle()))
                .toList();
    }

    private static String code(@Nullable Libelle code) {
        return code == null ? "" : code.name();
    }

    private static @Nullable String libelle(@Nullable Libelle code) {
        return code == null ? null : code.libelle();
    }

    /** Nothing under these filters is not the same as nothing at all, nor as a year before or after the others. */
    private static Cadre.Vide vide(Bilan bilan, Partie partie, UtilisateurConnecte moi) {
        Perimetre perimetre = bilan.perimetre();
        String quand = perimetre.pluriannuel()
                ? "de " + perimetre.depuis() + " à " + perimetre.annee()
                : "en " + perimetre.annee();
        List<Lien> gestes = new ArrayList<>();
        boolean filtre = !perimetre.filtres().vides();
        if (filtre) {
            gestes.add(Lien.vers("Retirer les filtres", new Adresses(perimetre).filtre(partie, Filtres.AUCUN)));
        }
        boolean ailleurs = bilan.derniereAnnee() != perimetre.annee();
        if (ailleurs) {
            gestes.add(Lien.vers(
                    "Voir le bilan " + bilan.derniereAnnee(),
                    new Adresses(perimetre.avecAnnee(bilan.derniereAnnee())).partie(partie)));
        }
        if (moi.mayOpen("/imports")) {
            gestes.add(Lien.vers("Importer des heures", "/imports"));
        }
        return new Cadre.Vide(
                "Aucune heure n’est comptée " + quand + (filtre ? " avec ces filtres." : "."),
                filtre
                        ? "Élargissez le périmètre : retirez un filtre, ou choisissez une autre période."
                        : "Les heures apparaissent ici dès qu’elles sont validées, au mois où elles ont été travaillées.",
                gestes);
    }
}
