package fr.suiviclauses.demo;

import fr.suiviclauses.demarrage.EtatDemarrage;
import fr.suiviclauses.echange.ResultatImport;
import fr.suiviclauses.echange.depot.DepotService;
import fr.suiviclauses.echange.depot.GenreDepot;
import fr.suiviclauses.echange.format.Avancement;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the demonstration as the files that a structure would bring, and has them imported as any other. */
@Component
@RequiredArgsConstructor
class DemonstrationChargement {

    /** A line on the console now and then: the load takes about half a minute. */
    private static final int LIGNES_PAR_ANNONCE = 20_000;

    private final DepotService depots;
    private final EtatDemarrage etat;
    private final JdbcClient jdbc;

    /** Whether the load has not come to its end yet. */
    boolean isMissing(long structureId) {
        return jdbc.sql("select chargee_le is null from structure where id = :structure")
                .param("structure", structureId)
                .query(Boolean.class)
                .single();
    }

    void load(long structureId) {
        etat.announce("Démonstration : préparation de dix années d’heures d’insertion…");
        try {
            Path dossier = Files.createTempDirectory("suivi-demonstration-");
            Path heures = dossier.resolve("reprise.csv");
            Path suivis = dossier.resolve("suivis.csv");
            try {
                write(heures, suivis);
                load(GenreDepot.REPRISE, heures, structureId);
                load(GenreDepot.SUIVIS, suivis, structureId);
            } finally {
                Files.deleteIfExists(heures);
                Files.deleteIfExists(suivis);
                Files.deleteIfExists(dossier);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        declareAggregates(structureId);
        etat.announce("Démonstration : derniers réglages…");
        jdbc.sql("analyze").update();
        jdbc.sql("update structure set chargee_le = now() where id = :structure")
                .param("structure", structureId)
                .update();
    }

    private void load(GenreDepot genre, Path fichier, long structureId) {
        check(depots.importer(
                genre, fichier, String.valueOf(fichier.getFileName()), structureId, null, false, announcing()));
    }

    private static void write(Path heures, Path suivis) throws IOException {
        HistoireDemonstration histoire = HistoireDemonstration.generate();
        try (BufferedWriter out = Files.newBufferedWriter(heures)) {
            histoire.writeReprise(out);
        }
        try (BufferedWriter out = Files.newBufferedWriter(suivis)) {
            histoire.writeSuivis(out);
        }
    }

    private Avancement announcing() {
        return new Avancement() {
            private int annoncees;

            @Override
            public void lignesLues(int lignes) {
                if (lignes - annoncees >= LIGNES_PAR_ANNONCE) {
                    annoncees = lignes - lignes % LIGNES_PAR_ANNONCE;
                    etat.announce("Démonstration : %,d lignes lues…"
                            .formatted(annoncees)
                            .replace(',', '\u202f'));
                }
            }

            @Override
            public void etape(String libelle) {
                etat.announce("Démonstration : " + libelle);
            }
        };
    }

    /** The demonstration is made by this program: an error in it is ours, never the user's. */
    private static void check(ResultatImport resultat) {
        if (resultat.refuse()) {
            throw new IllegalStateException("the demonstration was refused, " + resultat.totalErreurs()
                    + " errors, first " + resultat.erreurs().get(0));
        }
    }

    private void declareAggregates(long structureId) {
        for (AgregatDeclare agregat : HistoireDemonstration.agregatsDeclares()) {
            jdbc.sql("""
                    insert into agregat_declare (structure_id, libelle, annee, heures, beneficiaires, operations, etp, objectif, source)
                    values (?, ?, ?, ?, ?, ?, ?, ?, 'Rapport d’activité 2021')
                    on conflict on constraint agregat_declare_un_par_an do nothing""")
                    .param(structureId)
                    .param(agregat.libelle())
                    .param(agregat.annee())
                    .param(agregat.heures())
                    .param(agregat.beneficiaires())
                    .param(agregat.operations())
                    .param(agregat.etp())
                    .param(agregat.objectif())
                    .update();
        }
    }
}
