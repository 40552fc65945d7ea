package fr.suiviclauses.controle;

import fr.suiviclauses.bilan.chiffres.Bilan;
import fr.suiviclauses.bilan.chiffres.BilanService;
import fr.suiviclauses.bilan.perimetre.Perimetre;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.commun.grille.Coupure;
import fr.suiviclauses.commun.grille.Document;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.controle.ControlesRepository.Resultat;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shows what the controls find: all of them by three statements, one of them by one or two. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class ControlesService {

    private static final int APERCU = 5;
    private static final int PAR_PAGE = 50;
    private static final String ADRESSE = "/controles/";

    private final ControlesRepository controles;
    private final BilanService bilans;

    ControlesPage all(UtilisateurConnecte moi) {
        Map<Controle, Resultat> resultats = controles.firsts(moi, APERCU);
        List<Constat> totaux = Totaux.check(bilan(moi, controles.derniereAnnee(moi)));
        if (!totaux.isEmpty())
            resultats.put(
                    Controle.TOTAUX,
                    new Resultat(totaux.size(), totaux.stream().limit(APERCU).toList()));
        List<ControlesPage.Panneau> panneaux = new ArrayList<>();
        List<ControlesPage.Clair> clairs = new ArrayList<>();
        for (Controle controle : Controle.values()) {
            Resultat resultat = resultats.get(controle);
            if (resultat == null) {
                clairs.add(new ControlesPage.Clair(controle.code(), controle.titre()));
            } else {
                panneaux.add(new ControlesPage.Panneau(
                        controle.code(),
                        controle.titre(),
                        controle.pourquoi(),
                        controle.geste(),
                        count(resultat.total()),
                        resultat.total() <= APERCU,
                        grid(controle, resultat.constats())));
            }
        }
        return new ControlesPage(phrase(panneaux.size(), total(resultats)), panneaux, clairs);
    }

    private static long total(Map<Controle, Resultat> resultats) {
        return resultats.values().stream().mapToLong(Resultat::total).sum();
    }

    private static String phrase(int trouvent, long lignes) {
        int tous = Controle.values().length;
        return trouvent == 0
                ? "Les " + tous + " contrôles n’ont rien à signaler."
                : (trouvent == 1 ? "Un contrôle" : trouvent + " contrôles") + " sur " + tous
                        + (trouvent == 1 ? " a" : " ont") + " quelque chose à signaler\u00a0: " + count(lignes)
                        + ". Rien n’est bloqué\u00a0: chaque ligne mène à la fiche à vérifier.";
    }

    /**
     * One control.
     *
     * @throws IntrouvableException where there is none of this code
     */
    ControlePage one(String code, Map<String, String> adresse, UtilisateurConnecte moi) {
        Controle controle = control(code);
        if (controle == Controle.TOTAUX) return totals(adresse, moi);
        int demandee = page(adresse.getOrDefault("page", "1"));
        Resultat resultat = controles.find(controle, moi, PAR_PAGE, (demandee - 1L) * PAR_PAGE);
        int pages = (int) Math.max(1, (resultat.total() + PAR_PAGE - 1) / PAR_PAGE);
        int page = Math.min(demandee, pages);
        if (page < demandee) resultat = controles.find(controle, moi, PAR_PAGE, (page - 1L) * PAR_PAGE);
        String ici = ADRESSE + controle.code();
        return new ControlePage(
                controle.titre(),
                controle.pourquoi(),
                controle.geste(),
                count(resultat.total()),
                ici,
                List.of(),
                grid(controle, resultat.constats()),
                ici + "?format=",
                page,
                pages,
                page > 1 ? ici + "?page=" + (page - 1) : null,
                page < pages ? ici + "?page=" + (page + 1) : null);
    }

    private ControlePage totals(Map<String, String> adresse, UtilisateurConnecte moi) {
        Bilan bilan = bilan(moi, year(adresse.get("annee"), moi));
        List<Constat> constats = Totaux.check(bilan);
        int annee = bilan.perimetre().annee();
        List<ControlePage.Annee> annees = IntStream.rangeClosed(bilan.premiereAnnee(), bilan.derniereAnnee())
                .mapToObj(a -> new ControlePage.Annee(a, a == annee))
                .toList();
        String ici = ADRESSE + Controle.TOTAUX.code();
        return new ControlePage(
                Controle.TOTAUX.titre() + ", " + annee,
                Controle.TOTAUX.pourquoi(),
                Controle.TOTAUX.geste(),
                count(constats.size()),
                ici,
                annees,
                grid(Controle.TOTAUX, constats),
                ici + "?annee=" + annee + "&format=",
                1,
                1,
                null,
                null);
    }

    /** All records of one control, as a file. */
    Document document(String code, Map<String, String> adresse, UtilisateurConnecte moi) {
        Controle controle = control(code);
        Resultat resultat = controle == Controle.TOTAUX
                ? Resultat.whole(Totaux.check(bilan(moi, year(adresse.get("annee"), moi))))
                : controles.find(controle, moi, Coupure.LIGNES, 0);
        return new Document(
                "controle-" + controle.code(),
                controle.titre(),
                List.of(moi.structure(), controle.pourquoi(), controle.geste()),
                List.of(grid(controle, resultat.constats())),
                Coupure.fichier(resultat.total(), "Les autres y seront quand ceux-là seront corrigés."));
    }

    private Bilan bilan(UtilisateurConnecte moi, int annee) {
        return bilans.withoutTrajectory(Perimetre.annee(moi.structureId(), annee));
    }

    private static Controle control(String code) {
        return Controle.find(code).orElseThrow(() -> new IntrouvableException("Ce contrôle n’existe pas."));
    }

    private int year(@Nullable String annee, UtilisateurConnecte moi) {
        if (annee == null) return controles.derniereAnnee(moi);
        if (!annee.matches("[0-9]{4}"))
            throw new RequeteInvalideException("« annee » est une année de quatre chiffres.");
        return Integer.parseInt(annee);
    }

    private static int page(String page) {
        if (!page.matches("[1-9][0-9]{0,6}"))
            throw new RequeteInvalideException("« page » doit être un nombre à partir de 1.");
        return Integer.parseInt(page);
    }

    private static String count(long lignes) {
        return NombreAffiche.of(lignes) + NombreAffiche.INSECABLE + (lignes < 2 ? "ligne" : "lignes");
    }

    private static Grille grid(Controle controle, List<Constat> constats) {
        List<Grille.Colonne> colonnes = new ArrayList<>();
        colonnes.add(Grille.Colonne.texte(controle.fiche()));
        colonnes.add(Grille.Colonne.texte(controle.contexte()));
        if (controle.mensuel()) colonnes.add(Grille.Colonne.texte("Mois"));
        String mesure = controle.mesure();
        if (mesure != null) colonnes.add(Grille.Colonne.chiffre(mesure));
        colonnes.add(Grille.Colonne.texte("Constat"));
        return new Grille(
                controle.code(),
                controle.titre(),
                controle.pourquoi(),
                colonnes,
                constats.stream().map(constat -> line(controle, constat)).toList(),
                null);
    }

    private static Grille.Ligne line(Controle controle, Constat constat) {
        List<@Nullable Object> valeurs = new ArrayList<>();
        valeurs.add(constat.fiche());
        valeurs.add(constat.contexte());
        if (controle.mensuel()) valeurs.add(constat.mois() == null ? null : YearMonth.from(constat.mois()));
        if (controle.mesure() != null) valeurs.add(constat.heures());
        valeurs.add(constat.constat());
        return new Grille.Ligne(valeurs, constat.adresse());
    }
}
