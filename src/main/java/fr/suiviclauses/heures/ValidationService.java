package fr.suiviclauses.heures;

import fr.suiviclauses.commun.grille.Coupure;
import fr.suiviclauses.commun.saisie.RegleMetierException;
import fr.suiviclauses.heures.RangsLecture.Entete;
import fr.suiviclauses.referentiel.StatutHeures;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists relevés of one status, page by page, and decides on a selection of them. */
@Service
@RequiredArgsConstructor
class ValidationService {

    static final int PAR_PAGE = 50;

    private static final DateTimeFormatter MOIS = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    /** Of a relevé: its person, its employer, its marché, its buyer. The year's hours are read once, whatever the words. */
    private static final List<String> TROUVE = List.of(
            """
            c.beneficiaire_id in (
                select coalesce(fusionne_dans, id) from beneficiaire where structure_id = :structure and recherche like :mot)""",
            "c.employeur_id = any (array(select entreprises_nommees(:structure, :mot)))",
            """
            m.id in (select id from marche
                      where structure_id = :structure and recherche like :mot and texte_normalise(reference) like :mot)""",
            "m.donneur_ordre_id in (select id from donneur_ordre where structure_id = :structure and recherche like :mot)");

    private final JdbcClient jdbc;
    private final EtatHeures etats;
    private final RangsLecture lecture;

    /**
     * A relevé to decide on.
     *
     * @param remarque why it was rejected, or justified
     * @param alertes what the rules say against it
     */
    record Releve(
            long id,
            int version,
            long contratId,
            String personne,
            YearMonth mois,
            BigDecimal heures,
            String employeur,
            String marche,
            String lot,
            @Nullable String remarque,
            List<String> alertes) {

        Releve {
            alertes = List.copyOf(alertes);
        }

        /** "juin 2021". */
        public String quand() {
            return MOIS.format(mois);
        }

        /** "121,5". */
        public String combien() {
            return Regles.shown(heures);
        }

        /** "2020-07, lot 1". */
        public String ou() {
            return marche + ", lot " + lot;
        }
    }

    /** How many relevés a status has, and their hours. */
    record Somme(long releves, BigDecimal heures) {
        static final Somme NULLE = new Somme(0, BigDecimal.ZERO);
    }

    /**
     * One page of relevés.
     *
     * @param sommes of every status that has any
     * @param page the last one where fewer are left than was asked for
     */
    record Extrait(Entete entete, Map<StatutHeures, Somme> sommes, int page, int pages, List<Releve> releves) {

        Extrait {
            sommes = Map.copyOf(sommes);
            releves = List.copyOf(releves);
        }
    }

    @Transactional(readOnly = true)
    public Extrait list(DemandeValidation demande, UtilisateurConnecte moi) {
        Entete entete = lecture.entete(demande.filtre(), moi);
        Map<StatutHeures, Somme> sommes = sums(demande, moi);
        long nombre = sommes.getOrDefault(demande.statut(), Somme.NULLE).releves();
        int pages = (int) Math.max(1, (nombre + PAR_PAGE - 1) / PAR_PAGE);
        int page = Math.min(demande.filtre().page(), pages);
        return new Extrait(
                entete,
                sommes,
                page,
                pages,
                nombre == 0 ? List.of() : releves(demande, PAR_PAGE, (page - 1) * PAR_PAGE, moi));
    }

    /**
     * The relevés of all pages, as many as a file holds.
     *
     * @param total how many there are
     */
    record Tout(Entete entete, long total, List<Releve> releves) {

        Tout {
            releves = List.copyOf(releves);
        }
    }

    @Transactional(readOnly = true)
    public Tout all(DemandeValidation demande, UtilisateurConnecte moi) {
        return new Tout(
                lecture.entete(demande.filtre(), moi),
                sums(demande, moi).getOrDefault(demande.statut(), Somme.NULLE).releves(),
                releves(demande, Coupure.LIGNES, 0, moi));
    }

    private Map<StatutHeures, Somme> sums(DemandeValidation demande, UtilisateurConnecte moi) {
        Map<StatutHeures, Somme> sommes = new EnumMap<>(StatutHeures.class);
        request("select r.statut, count(*) as releves, sum(r.heures) as heures", "group by r.statut", demande, moi)
                .query((ligne, n) -> sommes.put(
                        StatutHeures.valueOf(ligne.getString("statut")),
                        new Somme(ligne.getLong("releves"), ligne.getBigDecimal("heures"))))
                .list();
        return sommes;
    }

    private List<Releve> releves(DemandeValidation demande, int nombre, int saut, UtilisateurConnecte moi) {
        return request("""
                        select r.id, r.version, c.id as contrat_id, b.nom, b.prenom, r.mois, r.heures, e.nom as employeur,
                               m.reference as marche, l.numero as lot, coalesce(r.motif, r.justification) as remarque,
                               (select sum(t.heures) from contrat_insertion k
                                  join releve_heures t on t.structure_id = k.structure_id and t.contrat_id = k.id and t.mois = r.mois
                                 where k.structure_id = r.structure_id and k.beneficiaire_id = c.beneficiaire_id
                                   and (t.statut <> 'REJETEE' or t.id = r.id)) as total,
                               exists (select from entree n where n.structure_id = r.structure_id and n.beneficiaire_id = c.beneficiaire_id
                                          and r.mois between n.debut_mois and n.fin_mois) as eligible,
                               (select r.mois <= coalesce(a.fin, 'infinity') and r.mois >= premier_du_mois(a.debut) from marche_actif a
                                 where a.structure_id = r.structure_id and a.marche_id = m.id) as dans_marche""", """
                           and r.statut = :statut
                         order by r.mois, e.nom_normalise, b.nom_normalise nulls last, b.prenom_normalise, r.id
                         limit :nombre offset :saut""", demande, moi)
                .param("statut", demande.statut().name())
                .param("nombre", nombre)
                .param("saut", saut)
                .query((ligne, n) -> new Releve(
                        ligne.getLong("id"),
                        ligne.getInt("version"),
                        ligne.getLong("contrat_id"),
                        Personne.nom(ligne.getString("nom"), ligne.getString("prenom")),
                        YearMonth.from(ligne.getObject("mois", LocalDate.class)),
                        ligne.getBigDecimal("heures"),
                        ligne.getString("employeur"),
                        ligne.getString("marche"),
                        ligne.getString("lot"),
                        ligne.getString("remarque"),
                        Regles.warnings(
                                ligne.getBigDecimal("total"),
                                ligne.getBoolean("eligible"),
                                ligne.getBoolean("dans_marche"))))
                .list();
    }

    private StatementSpec request(String quoi, String suite, DemandeValidation demande, UtilisateurConnecte moi) {
        FiltreHeures filtre = demande.filtre();
        StringBuilder ou = new StringBuilder();
        Map<String, String> conditions = Map.of(
                "marche",
                "l.marche_id",
                "lot",
                "l.id",
                "facilitateur",
                "m.facilitateur_id",
                "operation",
                "m.operation_id");
        conditions.forEach((cible, colonne) -> {
            if (filtre.cibles().containsKey(cible))
                ou.append(" and ").append(colonne).append(" = :").append(cible);
        });
        if (filtre.cibles().containsKey("entreprise"))
            ou.append(" and (c.employeur_id = :entreprise or c.titulaire_id = :entreprise)");
        ou.append(demande.recherche().conditions(TROUVE));
        StatementSpec requete = jdbc.sql("""
                        %s
                          from releve_heures r
                          join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
                          join beneficiaire b on b.structure_id = r.structure_id and b.id = c.beneficiaire_id
                          join entreprise e on e.structure_id = r.structure_id and e.id = c.employeur_id
                          join lot l on l.structure_id = r.structure_id and l.id = r.lot_id
                          join marche m on m.structure_id = r.structure_id and m.id = l.marche_id
                         where r.structure_id = :structure and r.mois between :du and :au %s
                        %s""".formatted(quoi, ou, suite))
                .param("structure", moi.structureId())
                .param("du", filtre.du())
                .param("au", filtre.au())
                .params(demande.recherche().parametres());
        for (Map.Entry<String, Long> cible : filtre.cibles().entrySet())
            requete = requete.param(cible.getKey(), cible.getValue());
        return requete;
    }

    /**
     * Validates, rejects or sends back a selection.
     *
     * @param motif why they are rejected: the company reads it
     * @throws RegleMetierException where nothing is ticked, a reason is missing or given for nothing, or hours that were rejected would make a
     *     month too long (the same thresholds as in the grid)
     * @return how many took the decision; those that someone changed meanwhile, and those of a closed year, did not
     */
    @Transactional
    public int decide(
            List<Long> ids,
            List<Integer> versions,
            StatutHeures statut,
            @Nullable String motif,
            UtilisateurConnecte moi) {
        if (ids.isEmpty()) throw new RegleMetierException("", "Cochez au moins une ligne.");
        if (statut == StatutHeures.REJETEE && motif == null)
            throw new RegleMetierException("motif", "Dites pourquoi ces heures sont rejetées.");
        // Enter in that field presses the form's first button, which validates.
        if (statut != StatutHeures.REJETEE && motif != null)
            throw new RegleMetierException(
                    "motif", "Ce motif dit pourquoi rejeter\u00a0: rejetez la sélection, ou effacez-le.");
        if (statut != StatutHeures.REJETEE)
            etats.unfit(ids, moi).ifPresent(mois -> {
                throw new RegleMetierException("", Regles.refused(mois));
            });
        return etats.decide(ids, versions, statut, statut == StatutHeures.REJETEE ? motif : null, moi);
    }
}
