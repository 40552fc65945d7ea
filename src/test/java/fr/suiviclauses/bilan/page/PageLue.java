package fr.suiviclauses.bilan.page;

import java.io.UnsupportedEncodingException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A rendered page of the bilan, asked as a reader would: a panel by its place, a line by its name. */
public record PageLue(Document document) {

    public static PageLue of(MvcTestResult reponse) {
        try {
            return new PageLue(Jsoup.parse(reponse.getResponse().getContentAsString()));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The figure of a card, by its name. */
    public String chiffre(String nom) {
        return one(document.select(".kpi:has(.kpi-label:containsOwn(" + nom + ")) .kpi-value"), nom)
                .text();
    }

    /** A figure of a list of figures; in a panel, or anywhere. */
    public String fait(String panneau, String nom) {
        return one(
                        named(
                                        panneau + " .fact",
                                        fait -> fait.select(".fact-name").text().equals(nom))
                                .select(".fact-value"),
                        nom)
                .text();
    }

    /** A part of a whole, by its name. */
    public String part(String panneau, String nom) {
        return one(
                        named(panneau + " .legend li", part -> part.text().startsWith(nom))
                                .select("strong"),
                        nom)
                .text();
    }

    public String phrase(String panneau) {
        return document.select(panneau + " .sentence").text();
    }

    /** The figures of one column, by the name of their line. */
    public Map<String, String> colonne(String panneau, String colonne) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (Element ligne : document.select(panneau + " .bars tbody tr")) {
            Element nom = one(ligne.select("th .name > a, th .name > span:not(.tag)"), "name of " + ligne);
            figures.put(
                    nom.text(),
                    one(ligne.select("td[data-label=" + colonne + "]"), colonne).text());
        }
        return figures;
    }

    /** A figure of the line under a table. */
    public String total(String panneau, String colonne) {
        return one(document.select(panneau + " .bars tfoot td[data-label=" + colonne + "]"), colonne)
                .text();
    }

    public List<String> liens(String selecteur) {
        return document.select(selecteur).eachAttr("href");
    }

    /** "763 203 h" or "24,4 %" as a number. */
    public static BigDecimal nombre(String affiche) {
        return new BigDecimal(
                affiche.replaceAll("[\\h\\u202f%h]", "").replace(',', '.').replace('\u2212', '-'));
    }

    /** A copy: to take an element out of the selection itself would take it out of the page. */
    private Elements named(String selecteur, Predicate<Element> filtre) {
        return new Elements(document.select(selecteur).stream().filter(filtre).toList());
    }

    private static Element one(Elements elements, String quoi) {
        if (elements.size() != 1) {
            throw new AssertionError(elements.size() + " of " + quoi);
        }
        return elements.get(0);
    }
}
