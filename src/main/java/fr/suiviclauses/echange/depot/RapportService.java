package fr.suiviclauses.echange.depot;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.grille.Document;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of the imports show. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class RapportService {

    private static final int IMPORTS_PAR_PAGE = 20;
    /** The reading is about half of the work; the steps that follow share the rest. */
    private static final int PART_DE_LA_LECTURE = 50;

    private final DepotRepository depots;
    private final ContenuRepository contenus;
    private final ListesRapport listes;
    private final Histoire histoire;

    /** The form and the imports of a structure, the last first. */
    ImportsPage imports(UtilisateurConnecte moi, int page, GenreDepot genre, String erreurFichier, String erreurGenre) {
        Page<DepotRepository.Signe> trouves =
                depots.findAllSigned(moi.structureId(), PageRequest.of(page - 1, IMPORTS_PAR_PAGE));
        if (page > 1 && trouves.isEmpty()) throw new IntrouvableException("Cette page n’existe pas.");
        return new ImportsPage(
                Stream.of(GenreDepot.values()).filter(g -> g.isFor(moi)).toList(),
                genre,
                erreurFichier,
                erreurGenre,
                trouves.stream().map(this::line).toList(),
                page,
                trouves.getTotalPages(),
                page > 1 ? "/imports?page=" + (page - 1) : null,
                trouves.hasNext() ? "/imports?page=" + (page + 1) : null);
    }

    private ImportsPage.Ligne line(DepotRepository.Signe signe) {
        Depot depot = signe.depot();
        return new ImportsPage.Ligne(
                "/imports/" + depot.getId(),
                depot.getNom(),
                depot.getGenre().libelle(),
                histoire.moment(depot.getDeposeLe()),
                Histoire.author(signe.auteur()),
                depot.getEtat().libelle(),
                depot.getEtat().classe(),
                Phrases.resultat(depot));
    }

    /** One import, with one of its lists. */
    ImportPage page(long id, UtilisateurConnecte moi, String liste, String colonne, int page) {
        return page(id, moi, liste, colonne, page, Obstacles.AUCUN);
    }

    /** The same, which could not be cancelled. */
    ImportPage page(long id, UtilisateurConnecte moi, Obstacles obstacles) {
        return page(id, moi, "", "", 1, obstacles);
    }

    private ImportPage page(
            long id, UtilisateurConnecte moi, String liste, String colonne, int page, Obstacles obstacles) {
        DepotRepository.Signe signe = depots.findSigned(moi.structureId(), id).orElseThrow(DepotService::unknown);
        Depot depot = signe.depot();
        boolean agit = depot.getGenre().isFor(moi);
        boolean conserve = contenus.isKept(moi.structureId(), id);
        Set<NatureRemarque> visibles = DepotService.visible(depot, moi);
        return new ImportPage(
                "/imports/" + id,
                depot.getNom(),
                depot.getGenre().libelle(),
                depot.getEtat().libelle(),
                depot.getEtat().classe(),
                histoire.lines(signe),
                Phrases.phrase(depot),
                progress(depot),
                Phrases.compteurs(depot),
                sameImported(depot),
                agit && depot.getEtat() == EtatDepot.A_CONFIRMER ? Phrases.confirmer(depot) : "",
                agit && (depot.getEtat() == EtatDepot.A_CONFIRMER || depot.getEtat() == EtatDepot.ECHEC),
                agit && depot.getEtat() == EtatDepot.ECHEC && conserve,
                depot.getEtat() == EtatDepot.REFUSE && conserve && visibles.contains(NatureRemarque.ERREUR),
                again(depot, agit),
                Stream.of(NatureRemarque.values())
                        .anyMatch(n -> ListesRapport.total(depot, n) > 0 && !visibles.contains(n)),
                depot.getEtat() == EtatDepot.TERMINE,
                depot.getEtat() == EtatDepot.TERMINE
                        && depot.getGenre().definitif().isEmpty()
                        && agit,
                depot.getEtat() == EtatDepot.TERMINE ? depot.getGenre().definitif() : "",
                refusal(obstacles),
                depot.getEtat().enCours() ? null : listes.report(depot, visibles, liste, colonne, page));
    }

    private static String again(Depot depot, boolean agit) {
        return switch (depot.getEtat()) {
            case ANALYSE, A_CONFIRMER, ECRITURE, ECHEC -> "";
            case REFUSE, TERMINE, ABANDONNE, ANNULE ->
                depot.getGenre() == GenreDepot.HEURES && agit ? "/imports/heures" : "/imports";
        };
    }

    private ImportPage.@Nullable Empechement refusal(Obstacles obstacles) {
        if (obstacles.total() == 0) return null;
        int montres = obstacles.premiers().size();
        return new ImportPage.Empechement(
                obstacles.premiers().stream()
                        .map(o -> new ImportPage.Cellule(o.cellule(), histoire.sentence(o)))
                        .toList(),
                montres < obstacles.total()
                        ? "Les " + montres + " premiers mois sur " + NombreAffiche.of(obstacles.total()) + "."
                        : "");
    }

    /** The name of a refused file's copy: its own, its kind by what it is written as. */
    String annotatedName(long id, UtilisateurConnecte moi) {
        Depot depot = depots.findSigned(moi.structureId(), id)
                .map(DepotRepository.Signe::depot)
                .filter(trouve -> trouve.getEtat() == EtatDepot.REFUSE
                        && DepotService.visible(trouve, moi).contains(NatureRemarque.ERREUR))
                .orElseThrow(DepotService::unknown);
        String nom = depot.getNom();
        int point = nom.lastIndexOf('.');
        String racine = point > 0 ? nom.substring(0, point) : nom;
        return racine + "-erreurs" + (depot.isClasseur() ? ".xlsx" : ".csv");
    }

    /** A report as tables, for a file. */
    Document document(long id, UtilisateurConnecte moi) {
        DepotRepository.Signe signe = depots.findSigned(moi.structureId(), id).orElseThrow(DepotService::unknown);
        Depot depot = signe.depot();
        List<Grille> tables = listes.grids(depot, DepotService.visible(depot, moi));
        if (tables.isEmpty()) throw new IntrouvableException("Cet import n’a pas de rapport à montrer.");
        List<String> notes = new ArrayList<>();
        notes.add(moi.structure() + " · " + depot.getGenre().libelle() + " · "
                + depot.getEtat().libelle());
        notes.addAll(histoire.lines(signe));
        notes.add(Phrases.phrase(depot));
        return new Document("import-" + id, depot.getNom(), notes, tables);
    }

    private static ImportPage.@Nullable Progression progress(Depot depot) {
        if (!depot.getEtat().enCours()) return null;
        List<String> etapes = depot.getGenre().etapes();
        int rang = depot.getEtape() == null ? -1 : etapes.indexOf(depot.getEtape());
        int lues = depot.getLignesLues() == null ? 0 : depot.getLignesLues();
        Integer prevues = depot.getLignesPrevues();
        int pourcentage;
        if (rang <= 0) {
            pourcentage = prevues == null || prevues == 0
                    ? 0
                    : Math.min(PART_DE_LA_LECTURE, (int) ((long) PART_DE_LA_LECTURE * lues / prevues));
        } else {
            pourcentage = PART_DE_LA_LECTURE + (100 - PART_DE_LA_LECTURE) * rang / etapes.size();
        }
        return new ImportPage.Progression(
                depot.getEtape() == null ? "En attente de son tour" : depot.getEtape(),
                pourcentage,
                lues == 0 ? "" : Phrases.lignes(lues) + (lues == 1 ? " lue" : " lues"));
    }

    private String sameImported(Depot depot) {
        if (depot.getEtat() == EtatDepot.TERMINE) return "";
        Optional<Depot> autre = depots
                .findImported(
                        depot.getStructureId(), depot.getEmpreinte(), depot.getGenre(), depot.getId(), Limit.of(1))
                .stream()
                .findFirst();
        return autre.map(Depot::getFiniLe)
                .map(fini -> "Ce fichier, au caractère près, a déjà été importé le " + histoire.moment(fini) + ".")
                .orElse("");
    }
}
