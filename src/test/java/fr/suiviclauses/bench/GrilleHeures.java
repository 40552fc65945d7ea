package fr.suiviclauses.bench;

import fr.suiviclauses.Chantier;
import fr.suiviclauses.heures.LectureNue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Forty people's year in the grid of hours, beside all that the structure has: opened, and saved with each cell changed. */
final class GrilleHeures {

    private static final int PERSONNES = 40;
    private static final int ANNEE = 2021;
    private static final int WARM_UPS = 100;
    private static final int RUNS = 200;

    private static final Pattern CHAMP =
            Pattern.compile("<input[^>]* name=\"([oh]_[^\"]+|_csrf)\"[^>]* value=\"([^\"]*)\"");

    private final Base base;
    private final Visiteur visiteur;
    private final String adresse;
    private final LectureNue nue;
    private List<String> champs = List.of();
    private int tour;

    GrilleHeures(Base base, Programme programme) throws Exception {
        this.base = base;
        base.execute("insert into utilisateur_role (structure_id, utilisateur_id, role)"
                + " select structure_id, id, 'FACILITATEUR' from utilisateur on conflict do nothing");
        this.visiteur = programme.signIn();
        JdbcClient jdbc = base.asProgram();
        Chantier chantier = Chantier.in(jdbc, base.number("select min(id) from structure"));
        for (int i = 0; i < PERSONNES; i++) chantier.person("Mesure %02d".formatted(i));
        this.adresse = "/heures?annee=" + ANNEE + "&marche=" + chantier.marche();
        this.nue = new LectureNue(jdbc, chantier.structure(), chantier.marche(), ANNEE);
        open();
        type();
        save();
        base.settle();
        open();
        type();
    }

    void measure(Releve releve) throws Exception {
        double[] p95 = Releve.p95(WARM_UPS, RUNS, this::open, this::save, nue::read, this::type);
        releve.atMost("hours of 40 people × 12 months, opening, p95, ms", p95[0], "%.1f", 60);
        releve.atMost("the same, saving with all 480 cells changed, p95, ms", p95[1], "%.1f", 120);
        releve.say("saving ÷ opening", String.format(Locale.ROOT, "%.2f", p95[1] / p95[0]));
        releve.say("opening's statements in bare SQL, p95", String.format(Locale.ROOT, "%.1f ms", p95[2]));
        releve.say("opening ÷ bare SQL", String.format(Locale.ROOT, "%.2f", p95[0] / p95[2]));
        long stored = base.number("select count(*) from releve_heures r join contrat_insertion c on c.id = r.contrat_id"
                + " join beneficiaire b on b.id = c.beneficiaire_id where b.nom like 'Mesure %'");
        if (stored != 12L * PERSONNES) throw new IOException(stored + " hours are stored");
    }

    private String open() throws IOException, InterruptedException {
        return visiteur.get(adresse);
    }

    private boolean save() throws IOException, InterruptedException {
        visiteur.post(adresse, champs);
        return true;
    }

    /** What a browser without a script sends: every cell, each another than before. */
    private List<String> type() throws IOException, InterruptedException {
        String page = visiteur.get(adresse);
        tour++;
        champs = new ArrayList<>(List.of("comme=VALIDEE"));
        for (Matcher champ = CHAMP.matcher(page); champ.find(); ) {
            String nom = champ.group(1);
            champs.add(nom + "=" + (nom.startsWith("h_") ? 100 + tour % 40 + ",25" : champ.group(2)));
        }
        return champs;
    }
}
