package fr.suiviclauses.liste;

import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.commun.grille.Coupure;
import fr.suiviclauses.commun.grille.Document;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads lists of records. One statement a page, and one for each filter whose choices are records; the database
 * searches, sorts and cuts. SQL, for HQL has neither trigrams nor the structure's own texts.
 */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class ListeLecture {

    private static final int PAR_PAGE = 50;

    private static final String PRECISER =
            "Pour avoir les autres, cherchez un mot ou choisissez un filtre, puis téléchargez de nouveau.";

    /** See {@link DefinitionListe#base}. PostgreSQL drops a join of one row at most that nothing reads. */
    private static final String PARMI = ":parmi";

    private static final String MESURE = "mesure_";

    private final JdbcClient jdbc;
    private final VueService vues;
    private final Frappe frappe;
    private final Clock clock;

    /**
     * One page of a list.
     *
     * @param adresse the parameters of the address
     * @throws RequeteInvalideException where they make no sense
     */
    public Liste read(DefinitionListe liste, Map<String, String> adresse, UtilisateurConnecte moi) {
        DemandeListe demande = DemandeListe.of(liste, adresse);
        List<Liste.Filtre> filtres = liste.filtres().stream()
                .map(filtre -> filter(filtre, demande, moi))
                .toList();
        Requete requete = requete(liste, demande, moi);
        boolean ensuite = frappe.enCours() && requete.mayMeasureLater();
        Tranche tranche = requete.page(demande.page(), !ensuite);
        int page = tranche.page();
        int pages = tranche.pages();
        long total = tranche.total();
        String courante = demande.requete(liste, demande.triCourant(), 1);
        return new Liste(
                liste.titre(),
                liste.adresse(),
                courante,
                demande.q(),
                liste.aideRecherche(),
                demande.triCourant(),
                NombreAffiche.of(total) + NombreAffiche.INSECABLE + (total < 2 ? liste.un() : liste.plusieurs()),
                restricts(liste, demande),
                Coupure.page(total, PRECISER),
                grid(liste, tranche.lignes()),
                ensuite,
                heads(liste, demande),
                filtres,
                vues.list(moi, liste.adresse(), courante),
                page,
                pages,
                page > 1 ? address(liste, demande, page - 1) : null,
                page < pages ? address(liste, demande, page + 1) : null);
    }

    /** All rows that the same address shows, as a file; its last line says so where it holds the first of them alone. */
    public Document document(DefinitionListe liste, Map<String, String> adresse, UtilisateurConnecte moi) {
        DemandeListe demande = DemandeListe.of(liste, adresse);
        List<String> notes = new ArrayList<>();
        notes.add(moi.structure());
        notes.addAll(new Recherche(demande.q()).notes());
        for (FiltreListe filtre : liste.filtres()) {
            Liste.Filtre choisi = filter(filtre, demande, moi);
            choisi.options().stream()
                    .filter(option -> option.code().equals(choisi.courant()))
                    .forEach(option -> notes.add(filtre.libelle() + "\u00a0: " + option.libelle()));
        }
        Requete requete = requete(liste, demande, moi);
        Tranche tranche = requete.lignes(Coupure.LIGNES, 1, true);
        return new Document(
                liste.code(),
                liste.titre(),
                notes,
                List.of(grid(liste, tranche.lignes())),
                Coupure.fichier(tranche.total(), PRECISER));
    }

    private static boolean restricts(DefinitionListe liste, DemandeListe demande) {
        return !demande.q().isEmpty()
                || liste.filtres().stream()
                        .anyMatch(filtre ->
                                !filtre.defaut().equals(demande.filtres().getOrDefault(filtre.code(), "")));
    }

    private Liste.Filtre filter(FiltreListe filtre, DemandeListe demande, UtilisateurConnecte moi) {
        String courant = demande.filtres().getOrDefault(filtre.code(), "");
        // While she types, the page keeps the choices that it has.
        if (frappe.enCours() && courant.isEmpty())
            return new Liste.Filtre(
                    filtre.code(), filtre.libelle(), filtre.defaut().isEmpty(), List.of(), courant);
        List<Liste.Option> options = filtre.requete() == null
                ? filtre.choix().stream()
                        .map(choix -> new Liste.Option(choix.code(), choix.libelle()))
                        .toList()
                : jdbc.sql(filtre.requete())
                        .param("structure", moi.structureId())
                        .param("jour", moi.dateMetier(clock))
                        .param("choisi", courant)
                        .query(Liste.Option.class)
                        .list();
        if (!courant.isEmpty()
                && options.stream().noneMatch(option -> option.code().equals(courant)))
            throw new RequeteInvalideException("« " + filtre.code() + " » ne connaît pas ce choix.");
        return new Liste.Filtre(filtre.code(), filtre.libelle(), filtre.defaut().isEmpty(), options, courant);
    }

    private static List<Liste.EnTete> heads(DefinitionListe liste, DemandeListe demande) {
        return liste.colonnes().stream()
                .map(colonne -> {
                    boolean triee = colonne.code().equals(demande.tri());
                    // Figures are first wanted from the greatest on.
                    boolean decroissant = triee ? !demande.decroissant() : colonne.chiffre();
                    return new Liste.EnTete(
                            colonne.libelle(),
                            colonne.chiffre(),
                            colonne.tri() == null
                                    ? null
                                    : liste.adresse() + "?"
                                            + demande.requete(liste, (decroissant ? "-" : "") + colonne.code(), 1),
                            triee ? (demande.decroissant() ? "descending" : "ascending") : null);
                })
                .toList();
    }

    private static String address(DefinitionListe liste, DemandeListe demande, int page) {
        return liste.adresse() + "?" + demande.requete(liste, demande.triCourant(), page);
    }

    private static Grille grid(DefinitionListe liste, List<Grille.Ligne> lignes) {
        return new Grille(
                liste.code(),
                liste.titre(),
                "",
                liste.colonnes().stream()
                        .map(colonne -> new Grille.Colonne(colonne.libelle(), colonne.chiffre()))
                        .toList(),
                lignes,
                null);
    }

    private Requete requete(DefinitionListe liste, DemandeListe demande, UtilisateurConnecte moi) {
        Map<String, Object> valeurs = new HashMap<>();
        valeurs.put("structure", moi.structureId());
        valeurs.put("utilisateur", moi.id());
        valeurs.put("jour", moi.dateMetier(clock));
        StringBuilder conditions = new StringBuilder();
        for (FiltreListe filtre : liste.filtres()) {
            String choisi = demande.filtres().getOrDefault(filtre.code(), "");
            if (choisi.isEmpty()) continue;
            conditions.append(" and (").append(condition(filtre, choisi)).append(')');
            if (filtre.requete() != null) valeurs.put(filtre.code(), choisi);
        }
        Mots mots = Mots.of(demande.q());
        conditions.append(mots.conditions(liste.id(), liste.recherches()));
        valeurs.putAll(mots.parametres());
        return new Requete(liste, demande, conditions.toString(), valeurs);
    }

    private static String condition(FiltreListe filtre, String choisi) {
        if (filtre.requete() != null) return filtre.condition();
        return filtre.choix().stream()
                .filter(choix -> choix.code().equals(choisi))
                .map(FiltreListe.Choix::condition)
                .findFirst()
                .orElseThrow(() -> new RequeteInvalideException("« " + filtre.code() + " » ne connaît pas ce choix."));
    }

    private static boolean measures(ColonneListe colonne) {
        return colonne.sql().contains(MESURE);
    }

    /**
     * Some of the rows asked for.
     *
     * @param total how many there are on all pages; 0 where this one has none
     */
    private record Tranche(List<Grille.Ligne> lignes, int page, int pages, long total) {

        static int pages(long total, int parPage) {
            return (int) Math.max(1, (total + parPage - 1) / parPage);
        }
    }

    /** A row, and how many there are on all pages. */
    private record Lue(Grille.Ligne ligne, long total) {}

    /** The rows asked for, from {@code from} on. */
    private final class Requete {

        private final DefinitionListe liste;
        private final DemandeListe demande;
        private final String conditions;
        private final Map<String, Object> valeurs;

        Requete(DefinitionListe liste, DemandeListe demande, String conditions, Map<String, Object> valeurs) {
            this.liste = liste;
            this.demande = demande;
            this.conditions = conditions;
            this.valeurs = valeurs;
        }

        private String all() {
            return liste.base().replace(PARMI, "is not null") + conditions;
        }

        /** The page asked for; the last one where fewer are left. */
        Tranche page(int demandee, boolean mesures) {
            Tranche tranche = lignes(PAR_PAGE, demandee, mesures);
            return tranche.lignes().isEmpty() && demandee > 1
                    ? lignes(PAR_PAGE, Tranche.pages(count(), PAR_PAGE), mesures)
                    : tranche;
        }

        long count() {
            measureAllAtOnce(conditions);
            return jdbc.sql("select count(*) " + all())
                    .params(valeurs)
                    .query(Long.class)
                    .single();
        }

        /** There are measures, and they are neither asked for nor sorted by. */
        boolean mayMeasureLater() {
            return liste.colonnes().stream().anyMatch(ListeLecture::measures)
                    && !(conditions + order()).contains(MESURE);
        }

        /**
         * First which rows they are, and how many there are in all, then what they show: a sum of hours that all rows have
         * is asked of these alone.
         *
         * @param mesures without them, their cells are empty
         */
        Tranche lignes(int parPage, int page, boolean mesures) {
            measureAllAtOnce(conditions + order());
            StringBuilder sql = new StringBuilder("with page as materialized (select ")
                    .append(liste.id())
                    .append(" as id, count(*) over () as total ");
            sql.append(all()).append(" order by ").append(order());
            sql.append(" limit ")
                    .append(parPage)
                    .append(" offset ")
                    .append((page - 1L) * parPage)
                    .append(") ");
            sql.append("select ")
                    .append(liste.id())
                    .append(" as liste_id, (select max(total) from page) as liste_total");
            for (ColonneListe colonne : liste.colonnes()) {
                if (mesures || !measures(colonne))
                    sql.append(", ").append(colonne.sql()).append(" as c_").append(colonne.code());
            }
            // A page's rows are looked up one by one; a file's are too many for that.
            String parmi = parPage == PAR_PAGE ? "= any (array(select id from page))" : "in (select id from page)";
            sql.append(' ').append(liste.base().replace(PARMI, parmi));
            sql.append(" and ").append(liste.id()).append(' ').append(parmi);
            sql.append(" order by ").append(order());
            List<Lue> lues = jdbc.sql(sql.toString())
                    .params(valeurs)
                    .query((ligne, rang) -> new Lue(row(ligne, mesures), ligne.getLong("liste_total")))
                    .list();
            long total = lues.isEmpty() ? 0 : lues.get(0).total();
            return new Tranche(lues.stream().map(Lue::ligne).toList(), page, Tranche.pages(total, parPage), total);
        }

        /**
         * Where all rows are measured, how many a search finds is a guess of the planner's. Guessing one, it would measure
         * them all again for each of those that there are: a minute instead of a quarter of a second.
         */
        private void measureAllAtOnce(String lu) {
            if (lu.contains(MESURE)) jdbc.sql("set local enable_nestloop = off").update();
        }

        private String order() {
            ColonneListe colonne = liste.colonnes().stream()
                    .filter(c -> c.code().equals(demande.tri()))
                    .findFirst()
                    .orElseThrow();
            return colonne.tri() + (demande.decroissant() ? " desc" : "") + " nulls last, " + liste.id();
        }

        private Grille.Ligne row(ResultSet ligne, boolean mesures) throws SQLException {
            List<@Nullable Object> cellules = new ArrayList<>();
            for (ColonneListe colonne : liste.colonnes()) {
                cellules.add(
                        mesures || !measures(colonne) ? colonne.lecture().read(ligne, "c_" + colonne.code()) : null);
            }
            return new Grille.Ligne(cellules, liste.adresse() + "/" + ligne.getLong("liste_id"));
        }
    }
}
