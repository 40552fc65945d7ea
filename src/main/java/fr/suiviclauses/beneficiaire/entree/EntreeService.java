package fr.suiviclauses.beneficiaire.entree;

import fr.suiviclauses.beneficiaire.entree.Fenetres.Effet;
import fr.suiviclauses.commun.IntrouvableException;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.commun.saisie.VersionPerimeeException;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes entries. SQL, for the windows of neighbours move with an entry, in one go with it. */
@Service
@RequiredArgsConstructor
@Transactional
class EntreeService {

    private final JdbcClient jdbc;
    private final Fenetres fenetres;

    /** An entry as it is stored. */
    record Entree(
            long id,
            LocalDate debut,
            LocalDate fin,
            @Nullable String diplome,
            @Nullable String communeInsee,
            @Nullable Boolean metropole,
            String qpv,
            @Nullable String qpvCode,
            @Nullable Integer qpvGeneration,
            @Nullable String qpvMode,
            @Nullable LocalDate qpvEvalueLe,
            @Nullable String prescripteur,
            int version) {}

    /** One of a person's entries. */
    @Transactional(readOnly = true)
    public Entree find(long personne, long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select id, debut, fin, diplome, commune_insee, metropole, qpv, qpv_code, qpv_generation, qpv_mode,
                               qpv_evalue_le, prescripteur, version
                          from entree where structure_id = :structure and beneficiaire_id = :personne and id = :id""")
                .param("structure", moi.structureId())
                .param("personne", personne)
                .param("id", id)
                .query(Entree.class)
                .optional()
                .orElseThrow(() -> new IntrouvableException("Cette entrée n’existe pas."));
    }

    /** The criteria of an entry, as a form holds them. */
    @Transactional(readOnly = true)
    public List<SaisieEntree.Preuve> criteria(long id, UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select critere, justificatif, verifie_le from entree_critere
                         where structure_id = :structure and entree_id = :id order by critere""")
                .param("structure", moi.structureId())
                .param("id", id)
                .query(SaisieEntree.Preuve.class)
                .list();
    }

    /** Adds an entry; it cuts the window before it. */
    Effet add(long personne, SaisieEntree saisie, UtilisateurConnecte moi) {
        return fenetres.moving(personne, List.of(saisie.debut()), moi, () -> {
            long id = write("""
                            insert into entree (structure_id, beneficiaire_id, debut, fin, diplome, commune_insee, metropole, qpv,
                                                qpv_code, qpv_generation, qpv_mode, qpv_evalue_le, prescripteur)
                            values (:structure, :personne, :debut, entree_fin_par_defaut(:structure, :debut), :diplome, :commune, :metropole, :qpv,
                                    :code, :generation, :mode, :evalue, :prescripteur) returning id""", saisie, moi)
                    .param("personne", personne)
                    .query(Long.class)
                    .single();
            writeCriteria(id, saisie, moi);
        });
    }

    /**
     * Changes an entry; where its date moves, its window and those of its neighbours follow.
     *
     * @param version the version that the form was opened on
     * @throws VersionPerimeeException where someone else changed it since
     */
    Effet change(long personne, long id, SaisieEntree saisie, String version, UtilisateurConnecte moi) {
        Entree entree = find(personne, id, moi);
        VersionPerimeeException.check(entree.version, version);
        List<LocalDate> dates = saisie.debut().equals(entree.debut) ? List.of() : List.of(entree.debut, saisie.debut());
        return fenetres.moving(personne, dates, moi, () -> {
            // Its end is set again once it has moved; until then it may not be before its beginning.
            int changees = write("""
                            update entree set debut = :debut, fin = greatest(fin, :debut), diplome = :diplome, commune_insee = :commune,
                                   metropole = :metropole, qpv = :qpv, qpv_code = :code, qpv_generation = :generation, qpv_mode = :mode,
                                   qpv_evalue_le = :evalue, prescripteur = :prescripteur
                             where structure_id = :structure and id = :id and version = :version""", saisie, moi)
                    .param("id", id)
                    .param("version", entree.version)
                    .update();
            if (changees == 0) throw new VersionPerimeeException(find(personne, id, moi).version);
            writeCriteria(id, saisie, moi);
        });
    }

    /**
     * Removes an entry made by mistake; the window before it is as long again as the rule lets it be.
     *
     * @throws RegleMetierException where hours would no longer count
     */
    Effet remove(long personne, long id, UtilisateurConnecte moi) {
        Entree entree = find(personne, id, moi);
        Effet effet = fenetres.moving(
                personne,
                List.of(entree.debut),
                moi,
                () -> Stream.of(
                                "delete from prolongation where structure_id = :structure and entree_id = :id",
                                "delete from entree where structure_id = :structure and id = :id")
                        .forEach(sql -> jdbc.sql(sql)
                                .param("structure", moi.structureId())
                                .param("id", id)
                                .update()));
        if (effet.loses())
            throw new RegleMetierException(
                    "", "Sans cette entrée, " + effet.lost() + " heures ne compteraient plus\u00a0: elle reste.");
        return effet;
    }

    private JdbcClient.StatementSpec write(String sql, SaisieEntree saisie, UtilisateurConnecte moi) {
        SaisieEntree.District district = saisie.district();
        return jdbc.sql(sql.replace(":debut", ":debut::date").replace(":evalue", ":evalue::date"))
                .param("structure", moi.structureId())
                .param("debut", saisie.debut())
                .param(
                        "diplome",
                        saisie.diplome() == null ? null : saisie.diplome().name())
                .param("commune", saisie.commune())
                .param("metropole", saisie.metropole())
                .param("qpv", district.qpv().name())
                .param("code", district.code())
                .param(
                        "generation",
                        district.generation() == null
                                ? null
                                : district.generation().annee())
                .param("mode", district.mode() == null ? null : district.mode().name())
                .param("evalue", district.evalueLe())
                .param("prescripteur", saisie.prescripteur());
    }

    private void writeCriteria(long id, SaisieEntree saisie, UtilisateurConnecte moi) {
        String[] codes = saisie.criteres().stream().map(p -> p.critere().name()).toArray(String[]::new);
        jdbc.sql(
                        "delete from entree_critere where structure_id = :structure and entree_id = :id and critere <> all (:codes)")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("codes", codes)
                .update();
        jdbc.sql("""
                        insert into entree_critere (structure_id, entree_id, critere, justificatif, verifie_le)
                        select :structure, :id, c.code, c.justificatif, c.verifie
                          from unnest(:codes::text[], :justificatifs::text[], :verifies::date[]) as c (code, justificatif, verifie)
                            on conflict (structure_id, entree_id, critere)
                            do update set justificatif = excluded.justificatif, verifie_le = excluded.verifie_le""")
                .param("structure", moi.structureId())
                .param("id", id)
                .param("codes", codes)
                .param(
                        "justificatifs",
                        saisie.criteres().stream().map(p -> p.justificatif()).toArray(String[]::new))
                .param(
                        "verifies",
                        saisie.criteres().stream().map(p -> text(p.verifieLe())).toArray(String[]::new))
                .update();
    }

    private static @Nullable String text(@Nullable LocalDate jour) {
        return jour == null ? null : jour.toString();
    }
}
