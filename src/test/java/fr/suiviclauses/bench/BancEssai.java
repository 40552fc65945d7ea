package fr.suiviclauses.bench;

import fr.suiviclauses.demo.FichiersDemonstration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Measures the packaged program on the demonstration's history, alone and beside copies of it. Everything lives in the
 * folder that {@code bench/run} gives and takes away.
 */
public final class BancEssai {

    private static final int ANNEE = 2021;
    private static final String PAGE = "/bilan/" + ANNEE;

    /** Searches, each answered by a whole page: as they are typed, and with what that page then asks for by itself. */
    private static final List<String> LISTES = List.of(
            "/beneficiaires?q=martin",
            "/marches?q=toul",
            "/entreprises?q=bat",
            "/contrats?q=martin",
            "/donneurs-ordres?q=ville",
            "/operations?q=a");

    private final Path folder;
    private final Path jar;
    private final int copies;
    private final Releve releve = new Releve();

    private BancEssai(Path folder, Path jar, int copies) {
        this.folder = folder;
        this.jar = jar;
        this.copies = copies;
    }

    /** The folder, the packaged program, how many structures in the end; none: the grid of hours alone. */
    public static void main(String[] args) throws Exception {
        BancEssai banc = new BancEssai(Path.of(args[0]), Path.of(args[1]), Integer.parseInt(args[2]));
        banc.run();
        System.exit(banc.releve.allReached() ? 0 : 1);
    }

    private void run() throws Exception {
        Path reprise = folder.resolve("reprise.csv");
        Path suivis = folder.resolve("suivis.csv");
        FichiersDemonstration.write(reprise, suivis);
        load(reprise, suivis);
        if (copies > 0) compareWithCopies();
    }

    private void load(Path reprise, Path suivis) throws Exception {
        long rows;
        try (var lines = Files.lines(reprise)) {
            rows = lines.count() - 1;
        }
        try (Programme programme = Programme.start(jar, folder);
                Base base = Base.of(donnees())) {
            releve.say("first start, on an empty folder, to the first answer", seconds(programme.start));
            base.logStatements(true);
            Duration imported = programme.post("/api/v1/reprises", reprise);
            base.logStatements(false);
            releve.say(
                    "import, end to end",
                    String.format(
                            Locale.ROOT,
                            "%.0f rows/s (%d rows, %d MB, %s)",
                            rows / (imported.toMillis() / 1000.0),
                            rows,
                            Files.size(reprise) / 1_000_000,
                            seconds(imported)));
            programme.post("/api/v1/suivis", suivis);
            new GrilleHeures(base, programme).measure(releve);
            if (copies == 0) return;
            Visiteur visiteur = programme.signIn();
            long begun = System.nanoTime();
            visiteur.get(PAGE);
            releve.say(PAGE + ", first time after the import", milliseconds((System.nanoTime() - begun) / 1e6));
            Releve.median(0, 20, () -> visiteur.get(PAGE));
            releve.atMost("resident memory after the load, -Xmx512m, MB", programme.resident() / 1e6, "%.0f", 650);
            bulkWrite(base);
        }
    }

    /** The import's two writes of the hours, to its staging table and on to the hours', beside one COPY of them. */
    private void bulkWrite(Base base) throws Exception {
        JournalSql journal = JournalSql.of(base.log());
        long hours = base.number("select count(*) from releve_heures");
        double staged = journal.total(i -> i.sql().toLowerCase(Locale.ROOT).startsWith("copy "));
        double inserted = journal.total(i -> i.writes("releve_heures"));
        double copied = base.copyInto("releve_heures").toNanos() / 1e9;
        releve.say("COPY into releve_heures", String.format(Locale.ROOT, "%.0f rows/s", hours / copied));
        releve.say("import, fills releve_heures", String.format(Locale.ROOT, "%.0f rows/s", hours / inserted));
        releve.atLeast("import, stages and fills ÷ COPY", copied / (staged + inserted), "%.2f", 0.25);
    }

    private void compareWithCopies() throws Exception {
        try (Programme programme = Programme.start(jar, folder);
                Base base = Base.of(donnees())) {
            releve.say("later start, with the data, to the first answer", seconds(programme.start));
            Visiteur visiteur = programme.signIn();
            long structureId = base.number("select min(id) from structure");
            Copies structures = new Copies(base, structureId);
            double alone = page(base, visiteur, structureId, 1);
            int made = 0;
            for (int times = 10; times <= copies; times *= 10) {
                requireRoom(base, (double) times / (made + 1));
                long begun = System.nanoTime();
                structures.make(made + 1, times - 1);
                made = times - 1;
                releve.say(
                        "×" + times + ": copies made",
                        String.format(
                                Locale.ROOT,
                                "%.0f s, %.1f million hour rows",
                                (System.nanoTime() - begun) / 1e9,
                                base.number("select count(*) from releve_heures") / 1e6));
                double among = page(base, visiteur, structureId, times);
                releve.atMost(PAGE + ", ×" + times + " ÷ ×1", among / alone, "%.2f", 1.5);
            }
            for (String liste : LISTES) {
                double[] p95 = Releve.p95(10, 60, () -> visiteur.search(liste), () -> visiteur.get(liste));
                releve.atMost("×" + copies + ": " + liste + ", p95, ms", p95[0], "%.1f", 50);
                releve.say("with all its measures", String.format(Locale.ROOT, "%.1f ms", p95[1]));
            }
            releve.say("resident memory in the end", String.format(Locale.ROOT, "%.0f MB", programme.resident() / 1e6));
        }
    }

    /** @return the median of the page, in milliseconds */
    private double page(Base base, Visiteur visiteur, long structureId, int times) throws Exception {
        base.settle();
        FiguresNues nues = new FiguresNues(base.asProgram());
        double[] medians = Releve.medians(20, 41, () -> visiteur.get(PAGE), () -> nues.read(structureId, ANNEE));
        double page = medians[0];
        double bare = medians[1];
        releve.say("×" + times + ": " + PAGE + ", median", milliseconds(page));
        releve.say("×" + times + ": its figures in bare SQL, median", milliseconds(bare));
        releve.atMost("×" + times + ": " + PAGE + " ÷ bare SQL", page / bare, "%.2f", 2);
        return page;
    }

    /** The copies need as much again for their indexes' and log's moment of growth. */
    private void requireRoom(Base base, double times) throws Exception {
        double needed = 2 * times * base.number("select pg_database_size(current_database())");
        double room = Files.getFileStore(folder).getUsableSpace();
        if (room < needed) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "%.1f GB are free and %.1f are needed: BENCH_COPIES=10 needs less, TMPDIR may name another disk",
                    room / 1e9,
                    needed / 1e9));
        }
    }

    private Path donnees() {
        return folder.resolve("donnees");
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }

    private static String milliseconds(double value) {
        return String.format(Locale.ROOT, "%.1f ms", value);
    }
}
