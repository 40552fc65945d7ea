package fr.suiviclauses.echange.depot;

import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.grille.Document;
import fr.suiviclauses.commun.grille.Grille;
import fr.suiviclauses.commun.grille.Grille.Colonne;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.springframework.web.util.UriComponentsBuilder;

/** What the pages of the imports show. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class RapportService {

    private static final int IMPORTS_PAR_PAGE = 20;
    private static final int REMARQUES_PAR_PAGE = 100;
    /** The reading is about half of the work; the steps that follow share the rest. */
    private static final int PART_DE_LA_LECTURE = 50;

    private static final DateTimeFormatter JOUR_ET_HEURE =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'à' H'\u00a0h\u00a0'mm", Locale.FRENCH);

    private final DepotRepository depots;
    private final ContenuRepository contenus;
    private final RemarqueRepository remarques;
    private final Clock clock;

    /** The form and the imports of a structure, the last first. */
    ImportsPage imports(UtilisateurConnecte moi, int page, GenreDepot genre, String erreurFichier, String erreurGenre) {
        Page<DepotRepository.Signe> trouves =
                depots.findAllSigned(moi.structureId(), PageRequest.of(page - 1, IMPORTS_PAR_PAGE));
        if (page > 1 && trouves.isEmpty()) throw new IntrouvableException("Cette page n’existe pas.");
        return new ImportsPage(
                List.of(GenreDepot.values()),
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
                moment(depot.getDeposeLe()),
                author(signe.auteur()),
                depot.getEtat().libelle(),
                depot.getEtat().classe(),
                Phrases.resultat(depot));
    }

    /** One import, with one of its lists. */
    ImportPage page(long id, UtilisateurConnecte moi, String liste, String colonne, int page) {
        DepotRepository.Signe signe = depots.findSigned(moi.structureId(), id).orElseThrow(DepotService::unknown);
        Depot depot = signe.depot();
        boolean conserve = contenus.isKept(moi.structureId(), id);
        Set<NatureRemarque> visibles = DepotService.visible(depot, moi);
        return new ImportPage(
                "/imports/" + id,
                depot.getNom(),
                depot.getGenre().libelle(),
                depot.getEtat().libelle(),
                depot.getEtat().classe(),
                history(signe),
                Phrases.phrase(depot),
                progress(depot),
                Phrases.compteurs(depot),
                sameImported(depot),
                depot.getEtat() == EtatDepot.A_CONFIRMER ? Phrases.confirmer(depot) : "",
                depot.getEtat() == EtatDepot.A_CONFIRMER || depot.getEtat() == EtatDepot.ECHEC,
                depot.getEtat() == EtatDepot.ECHEC && conserve,
                depot.getEtat() == EtatDepot.REFUSE && conserve && visibles.contains(NatureRemarque.ERREUR),
                Stream.of(NatureRemarque.values()).anyMatch(n -> total(depot, n) > 0 && !visibles.contains(n)),
                depot.getEtat() == EtatDepot.TERMINE,
                depot.getEtat().enCours() ? null : report(depot, visibles, liste, colonne, page));
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
        List<NatureRemarque> presentes = present(depot, DepotService.visible(depot, moi));
        if (presentes.isEmpty()) throw new IntrouvableException("Cet import n’a pas de rapport à montrer.");
        List<String> notes = new ArrayList<>();
        notes.add(moi.structure() + " · " + depot.getGenre().libelle() + " · "
                + depot.getEtat().libelle());
        notes.addAll(history(signe));
        notes.add(Phrases.phrase(depot));
        return new Document(
                "import-" + id,
                depot.getNom(),
                notes,
                presentes.stream().map(nature -> grid(depot, nature)).toList());
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

    private ImportPage.@Nullable Rapport report(
            Depot depot, Set<NatureRemarque> visibles, String liste, String colonne, int page) {
        List<NatureRemarque> presentes = present(depot, visibles);
        if (presentes.isEmpty()) return null;
        NatureRemarque choisie = chosen(presentes, liste);
        List<RemarqueRepository.Colonne> colonnes = remarques.colonnes(depot.getStructureId(), depot.getId(), choisie);
        int nombre = colonnes.stream()
                .filter(c -> colonne.isEmpty() || colonne.equals(c.nom()))
                .mapToInt(RemarqueRepository.Colonne::nombre)
                .sum();
        int gardees =
                colonnes.stream().mapToInt(RemarqueRepository.Colonne::nombre).sum();
        int pages = Math.max(1, (nombre + REMARQUES_PAR_PAGE - 1) / REMARQUES_PAR_PAGE);
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

    private static NatureRemarque chosen(List<NatureRemarque> presentes, String liste) {
        if (liste.isEmpty()) return presentes.get(0);
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

    private static int total(Depot depot, NatureRemarque nature) {
        Integer total = switch (nature) {
            case ERREUR -> depot.getTotalErreurs();
            case AVERTISSEMENT -> depot.getTotalAvertissements();
            case CHANGEMENT -> depot.getTotalChangements();
        };
        return total == null ? 0 : total;
    }

    private List<String> history(DepotRepository.Signe signe) {
        Depot depot = signe.depot();
        List<String> histoire = new ArrayList<>();
        histoire.add("Déposé le " + moment(depot.getDeposeLe()) + " par " + author(signe.auteur()));
        if (depot.getConfirmeLe() != null)
            histoire.add("Confirmé le " + moment(depot.getConfirmeLe()) + " par " + author(signe.confirmeur()));
        if (depot.getFiniLe() != null
                && depot.getEtat() != EtatDepot.A_CONFIRMER
                && depot.getEtat() != EtatDepot.REFUSE)
            histoire.add(depot.getEtat().libelle() + " le " + moment(depot.getFiniLe()));
        return histoire;
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
                .map(fini -> "Ce fichier, au caractère près, a déjà été importé le " + moment(fini) + ".")
                .orElse("");
    }

    private String moment(Instant instant) {
        return JOUR_ET_HEURE.format(instant.atZone(clock.getZone()));
    }

    private static String author(@Nullable String nom) {
        return nom == null ? "le programme" : nom;
    }
}
