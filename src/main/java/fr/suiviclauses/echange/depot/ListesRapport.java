package fr.suiviclauses.echange.depot;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** The lists of a report: what was found, as the page shows it and as a file holds it. */
@Component
@RequiredArgsConstructor
class ListesRapport {

    private static final int REMARQUES_PAR_PAGE = 100;

    private final RemarqueRepository remarques;

    /** All that she may see of them, a table each. */
    List<Grille> grids(Depot depot, Set<NatureRemarque> visibles) {
        return present(depot, visibles).stream()
                .map(nature -> grid(depot, nature))
                .toList();
    }

    private Grille grid(Depot depot, NatureRemarque nature) {
        boolean changements = nature == NatureRemarque.CHANGEMENT;
        return new Grille(
                nature.code(),
                nature.libelle(),
                Phrases.total(nature, total(depot, nature)),
                changements
                        ? List.of(
                                Colonne.chiffre("Ligne"),
                                Colonne.texte("Colonne"),
                                Colonne.texte("Quoi"),
                                Colonne.texte("Avant"),
                                Colonne.texte("Après"),
                                Colonne.chiffre("Lignes du fichier"))
                        : List.of(
                                Colonne.chiffre("Ligne"),
                                Colonne.texte("Colonne"),
                                Colonne.texte("Valeur"),
                                Colonne.texte("Message")),
                remarques.list(depot.getStructureId(), depot.getId(), nature, "", Integer.MAX_VALUE, 0).stream()
                        .map(r -> changements
                                ? Grille.Ligne.of(r.ligne(), r.colonne(), r.texte(), r.avant(), r.valeur(), r.lignes())
                                : Grille.Ligne.of(r.ligne(), r.colonne(), r.valeur(), r.texte()))
                        .toList(),
                null);
    }

    private static List<NatureRemarque> present(Depot depot, Set<NatureRemarque> visibles) {
        return visibles.stream().filter(nature -> total(depot, nature) > 0).toList();
    }

    /** One of the lists, and what else may be chosen; null: there is nothing to show. */
    ImportPage.@Nullable Rapport report(
            Depot depot, Set<NatureRemarque> visibles, String liste, String colonne, int page) {
        List<NatureRemarque> presentes = present(depot, visibles);
        if (presentes.isEmpty()) return null;
        NatureRemarque choisie = chosen(depot, presentes, liste);
        List<RemarqueRepository.Colonne> colonnes = remarques.colonnes(depot.getStructureId(), depot.getId(), choisie);
        int nombre = colonnes.stream()
                .filter(c -> colonne.isEmpty() || colonne.equals(c.nom()))
                .mapToInt(RemarqueRepository.Colonne::nombre)
                .sum();
        int gardees =
                colonnes.stream().mapToInt(RemarqueRepository.Colonne::nombre).sum();
        int pages = Math.max(1, (nombre + REMARQUES_PAR_PAGE - 1) / REMARQUES_PAR_PAGE);
        if (page > pages) throw new IntrouvableException("Cette page n’existe pas.");
        return new ImportPage.Rapport(
                presentes.stream()
                        .map(nature -> new ImportPage.Choix(
                                nature.libelle(),
                                NombreAffiche.of(total(depot, nature)),
                                address(depot, nature, "", 1),
                                nature == choisie))
                        .toList(),
                colonnes.size() < 2 ? List.of() : columns(depot, choisie, colonnes, colonne, gardees),
                choisie == NatureRemarque.CHANGEMENT,
                choisie == NatureRemarque.ERREUR,
                gardees < total(depot, choisie) ? Phrases.total(choisie, total(depot, choisie)) : "",
                remarques.list(
                        depot.getStructureId(),
                        depot.getId(),
                        choisie,
                        colonne,
                        REMARQUES_PAR_PAGE,
                        (page - 1) * REMARQUES_PAR_PAGE),
                page,
                pages,
                page > 1 ? address(depot, choisie, colonne, page - 1) : null,
                page < pages ? address(depot, choisie, colonne, page + 1) : null);
    }

    /** What is wrong comes first; of hours, then what will be written: it is all that such a file is about. */
    private static NatureRemarque chosen(Depot depot, List<NatureRemarque> presentes, String liste) {
        boolean enEntier = depot.getGenre() == GenreDepot.HEURES
                && !presentes.contains(NatureRemarque.ERREUR)
                && presentes.contains(NatureRemarque.CHANGEMENT);
        if (liste.isEmpty()) return enEntier ? NatureRemarque.CHANGEMENT : presentes.get(0);
        return NatureRemarque.find(liste)
                .filter(presentes::contains)
                .orElseThrow(() -> new IntrouvableException("Cet import n’a pas cette liste."));
    }

    private static List<ImportPage.Choix> columns(
            Depot depot,
            NatureRemarque nature,
            List<RemarqueRepository.Colonne> colonnes,
            String courante,
            int ensemble) {
        List<ImportPage.Choix> choix = new ArrayList<>();
        choix.add(new ImportPage.Choix(
                "Toutes les colonnes", NombreAffiche.of(ensemble), address(depot, nature, "", 1), courante.isEmpty()));
        for (RemarqueRepository.Colonne colonne : colonnes) {
            if (colonne.nom() == null) continue;
            choix.add(new ImportPage.Choix(
                    colonne.nom(),
                    NombreAffiche.of(colonne.nombre()),
                    address(depot, nature, colonne.nom(), 1),
                    colonne.nom().equals(courante)));
        }
        return choix;
    }

    private static String address(Depot depot, NatureRemarque nature, String colonne, int page) {
        UriComponentsBuilder adresse =
                UriComponentsBuilder.fromPath("/imports/" + depot.getId()).queryParam("liste", nature.code());
        if (!colonne.isEmpty()) adresse.queryParam("colonne", "{colonne}");
        if (page > 1) adresse.queryParam("page", page);
        return adresse.encode().buildAndExpand(colonne).toUriString() + "#rapport";
    }

    /** How many items a list has, those beyond the first 1 000 too. */
    static int total(Depot depot, NatureRemarque nature) {
        Integer total = switch (nature) {
            case ERREUR -> depot.getTotalErreurs();
            case AVERTISSEMENT -> depot.getTotalAvertissements();
            case CHANGEMENT -> depot.getTotalChangements();
        };
        return total == null ? 0 : total;
    }
}
