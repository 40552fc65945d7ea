package fr.suiviclauses.liste;

import fr.suiviclauses.commun.RequeteInvalideException;
import fr.suiviclauses.commun.saisie.Textes;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What an address asks of a list.
 *
 * @param q the words looked for, as typed
 * @param tri code of the column that it is sorted by
 * @param filtres each filter's choice that differs from all rows
 */
record DemandeListe(String q, String tri, boolean decroissant, int page, Map<String, String> filtres) {

    static DemandeListe of(DefinitionListe liste, Map<String, String> adresse) {
        String tri = adresse.getOrDefault("tri", "");
        String choisi = tri.isEmpty() ? liste.tri() : tri;
        String code = choisi.startsWith("-") ? choisi.substring(1) : choisi;
        if (liste.colonnes().stream().noneMatch(c -> c.code().equals(code) && c.tri() != null))
            throw new RequeteInvalideException("« tri » ne connaît pas cette colonne.");
        Map<String, String> filtres = new LinkedHashMap<>();
        for (FiltreListe filtre : liste.filtres()) {
            String valeur = adresse.getOrDefault(filtre.code(), "");
            if (valeur.isEmpty()) valeur = filtre.defaut();
            if (!valeur.isEmpty()) filtres.put(filtre.code(), Textes.cherchable(valeur));
        }
        return new DemandeListe(
                Textes.cherchable(adresse.getOrDefault("q", "").strip()),
                code,
                choisi.startsWith("-"),
                page(adresse.getOrDefault("page", "1")),
                filtres);
    }

    private static int page(String page) {
        if (!page.matches("[1-9][0-9]{0,6}"))
            throw new RequeteInvalideException("« page » doit être un nombre à partir de 1.");
        return Integer.parseInt(page);
    }

    /** The query part of the address of the same list at another page, or sorted otherwise; empty: nothing is asked. */
    String requete(DefinitionListe liste, String triDemande, int pageDemandee) {
        UriComponentsBuilder adresse = UriComponentsBuilder.newInstance();
        if (!q.isEmpty()) adresse.queryParam("q", "{q}");
        for (FiltreListe filtre : liste.filtres()) {
            String valeur = filtres.getOrDefault(filtre.code(), "");
            if (!valeur.equals(filtre.defaut())) adresse.queryParam(filtre.code(), "{" + filtre.code() + "}");
        }
        if (!triDemande.equals(liste.tri())) adresse.queryParam("tri", triDemande);
        if (pageDemandee > 1) adresse.queryParam("page", pageDemandee);
        Map<String, Object> valeurs = new LinkedHashMap<>(filtres);
        valeurs.put("q", q);
        String requete = adresse.encode().buildAndExpand(valeurs).getQuery();
        return requete == null ? "" : requete;
    }

    String triCourant() {
        return (decroissant ? "-" : "") + tri;
    }
}
