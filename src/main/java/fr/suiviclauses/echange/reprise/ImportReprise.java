package fr.suiviclauses.echange.reprise;

import fr.suiviclauses.echange.fichier.FichierRefuseException;
import fr.suiviclauses.echange.fichier.FichierRefuseException.Motif;
import fr.suiviclauses.echange.fichier.OuvreurTableur;
import fr.suiviclauses.echange.fichier.Tableur;
import fr.suiviclauses.echange.format.AnalyseLignes;
import fr.suiviclauses.echange.format.Anomalies;
import fr.suiviclauses.echange.format.Avancement;
import fr.suiviclauses.echange.format.Colonne;
import fr.suiviclauses.echange.format.FormatFichier;
import fr.suiviclauses.echange.format.ValeursVues;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * One import, on a connection whose transaction someone else begins and ends. Everything is compared before anything is
 * written, so that all errors come at once.
 */
public final class ImportReprise {

    private static final int LIGNES_ENTRE_DEUX_NOUVELLES = 1_000;

    private final Connection connexion;
    private final JdbcTemplate jdbc;
    private final Plan plan;
    private final FormatFichier format;
    private final ScriptSql scripts;
    private final Avancement avancement;

    public ImportReprise(
            Connection connexion,
            Plan plan,
            FormatFichier format,
            long structureId,
            @Nullable Long utilisateurId,
            @Nullable Long depotId,
            Avancement avancement) {
        this.connexion = connexion;
        this.jdbc = new JdbcTemplate(new SingleConnectionDataSource(connexion, true));
        this.plan = plan;
        this.format = format;
        this.scripts = new ScriptSql(jdbc, structureId, utilisateurId, depotId, format.colonnes());
        this.avancement = avancement;
    }

    /**
     * Reads, compares, and writes when nothing is wrong.
     *
     * @throws FichierRefuseException when the file as a whole can't be read
     */
    public Constat run(Path fichier) throws IOException, SQLException {
        Anomalies erreurs = new Anomalies();
        avancement.etape(Plan.LECTURE);
        int lignes = stage(fichier, erreurs);
        Relevement relevement = new Relevement(jdbc);
        for (Plan.Etape etape : plan.comparaisons()) {
            avancement.etape(etape.libelle());
            etape.scripts().forEach(scripts::run);
        }
        avancement.etape(Plan.COMPARAISON);
        new Comparaison(jdbc).run(plan.attributs());
        plan.comptes().forEach(scripts::run);
        Constat constat = relevement.read(lignes, erreurs, found -> ValeursVues.in(open(fichier), format, found));
        if (constat.totalErreurs() == 0) {
            avancement.etape(Plan.ECRITURE);
            plan.ecritures().forEach(scripts::run);
        }
        return constat;
    }

    private int stage(Path fichier, Anomalies erreurs) throws IOException, SQLException {
        Tableur tableur = open(fichier);
        try (CopieLignes copie = new CopieLignes(connexion, plan.table(), format.colonnes())) {
            AnalyseLignes analyse = new AnalyseLignes(format, erreurs, copie);
            tableur.read((numero, cellules) -> {
                analyse.row(numero, cellules);
                if (analyse.lignes() % LIGNES_ENTRE_DEUX_NOUVELLES == 0) avancement.lignesLues(analyse.lignes());
            });
            if (!analyse.hasHeader()) throw new FichierRefuseException(Motif.ILLISIBLE, "Le fichier est vide.");
            copie.end();
            avancement.lignesLues(analyse.lignes());
            return analyse.lignes();
        }
    }

    private Tableur open(Path fichier) throws IOException {
        return OuvreurTableur.open(
                fichier, format.colonnes().stream().map(Colonne::nom).collect(Collectors.toSet()));
    }
}
