package fr.suiviclauses.echange.fichier;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** An XLSX: its first sheet. */
final class TableurXlsx implements Tableur {

    private final Path fichier;

    TableurXlsx(Path fichier) {
        this.fichier = fichier;
    }

    /** The parts of a workbook that matter here. */
    private record Classeur(
            String feuille,
            @Nullable String textes,
            @Nullable String styles,
            boolean depuis1904) {}

    @Override
    public void read(Lecteur lecteur) throws IOException {
        try (ArchiveXlsx archive = new ArchiveXlsx(fichier)) {
            Classeur classeur = workbook(archive);
            Set<String> lues = new HashSet<>();
            lues.add(classeur.feuille());
            if (classeur.textes() != null) lues.add(classeur.textes());
            archive.drainOthers(lues);
            FormatsNombres formats = formats(archive, classeur.styles());
            if (classeur.textes() == null) {
                sheet(archive, classeur, null, formats, lecteur);
                return;
            }
            try (LecteurXml xml = new LecteurXml(archive.part(classeur.textes()));
                    TextesPartages textes = new TextesPartages(xml)) {
                sheet(archive, classeur, textes, formats, lecteur);
            }
        } catch (ZipException malforme) {
            throw ArchiveXlsx.damaged();
        }
    }

    @Override
    public Optional<Character> separateur() {
        return Optional.empty();
    }

    private static void sheet(
            ArchiveXlsx archive,
            Classeur classeur,
            @Nullable TextesPartages textes,
            FormatsNombres formats,
            Lecteur lecteur)
            throws IOException {
        try (LecteurXml xml = new LecteurXml(archive.part(classeur.feuille()))) {
            new Feuille(xml, textes, formats, classeur.depuis1904()).read(lecteur);
        }
    }

    private static FormatsNombres formats(ArchiveXlsx archive, @Nullable String styles) throws IOException {
        if (styles == null) return new FormatsNombres();
        try (LecteurXml xml = new LecteurXml(archive.part(styles))) {
            return new FormatsNombres(xml);
        }
    }

    private static Classeur workbook(ArchiveXlsx archive) throws IOException {
        Map<String, String> liensRacine = new HashMap<>();
        String classeur = relations(archive, "_rels/.rels", "", "/officeDocument", liensRacine);
        if (classeur == null || !archive.has(classeur)) throw ArchiveXlsx.damaged();
        String dossier = classeur.substring(0, classeur.lastIndexOf('/') + 1);
        String liens = dossier + "_rels/" + classeur.substring(dossier.length()) + ".rels";
        Map<String, String> feuilles = new HashMap<>();
        relations(archive, liens, dossier, "/worksheet", feuilles);
        boolean depuis1904 = false;
        String premiere = null;
        try (LecteurXml xml = new LecteurXml(archive.part(classeur))) {
            while (xml.next() && premiere == null) {
                if (xml.starts("workbookPr")) {
                    String reglage = xml.attribute("date1904");
                    depuis1904 = "1".equals(reglage) || "true".equals(reglage);
                } else if (xml.starts("sheet")) {
                    premiere = feuilles.get(String.valueOf(xml.attribute("id")));
                }
            }
        }
        if (premiere == null || !archive.has(premiere)) throw ArchiveXlsx.damaged();
        return new Classeur(
                premiere,
                present(archive, relations(archive, liens, dossier, "/sharedStrings", new HashMap<>())),
                present(archive, relations(archive, liens, dossier, "/styles", new HashMap<>())),
                depuis1904);
    }

    private static @Nullable String present(ArchiveXlsx archive, @Nullable String partie) {
        return partie != null && archive.has(partie) ? partie : null;
    }

    /** The targets of the relations of one kind, by their names; gives the first. */
    private static @Nullable String relations(
            ArchiveXlsx archive, String partie, String dossier, String genre, Map<String, String> cibles)
            throws IOException {
        if (!archive.has(partie)) throw ArchiveXlsx.damaged();
        String premiere = null;
        try (LecteurXml xml = new LecteurXml(archive.part(partie))) {
            while (xml.next()) {
                if (!xml.starts("Relationship")
                        || !String.valueOf(xml.attribute("Type")).endsWith(genre)) continue;
                String cible = String.valueOf(xml.attribute("Target"));
                String chemin = cible.startsWith("/") ? cible.substring(1) : dossier + cible;
                cibles.put(String.valueOf(xml.attribute("Id")), chemin);
                if (premiere == null) premiere = chemin;
            }
        }
        return premiere;
    }
}
