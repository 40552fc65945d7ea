package fr.suiviclauses.suivi;

import fr.suiviclauses.commun.grille.Coupure;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.sql.Types;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the follow-ups of the cohorts. SQL, for they are made of counted hours, which are a view. */
@Component
@RequiredArgsConstructor
class SuivisLecture {

    static final int PAR_PAGE = 50;

    private static final int PREMIERE_ANNEE = 1990;

    /** A call may wait 18 months, and then belongs to a cohort of the year before, or of two years before. */
    private static final int ANNEES_A_APPELER = 2;

    private static final String SUIVIS = """
            with suivi as (
                select j.*, t.situation, t.date_reponse, b.anonymise_le is null as joignable,
                       coalesce(b.nom || ' ' || b.prenom, 'Personne anonymisée') as personne, b.telephone
                  from suivi_jalons(:structure, :premiere, :derniere) j
                  join beneficiaire b on b.structure_id = :structure and b.id = j.beneficiaire_id
                  left join situation_suivi t on t.structure_id = :structure and t.beneficiaire_id = j.beneficiaire_id
                                             and t.cohorte = j.cohorte and t.jalon = j.jalon),
            choisi as (
                select s.* from suivi s
                 where (:jalon::integer is null or s.jalon = :jalon) and (:beneficiaire::bigint is null or s.beneficiaire_id = :beneficiaire)
                   and (:entreprise::bigint is null or exists (
                       select from heure_comptee h
                         join contrat_insertion c on c.structure_id = h.structure_id and c.id = h.contrat_id
                        where h.structure_id = :structure and h.beneficiaire_id = s.beneficiaire_id and c.employeur_id = :entreprise
                          and h.mois between make_date(s.cohorte, 1, 1) and make_date(s.cohorte, 12, 31)))
                   and (not :miens or s.beneficiaire_id in (
                       select c.beneficiaire_id from marche m
                         join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                         join releve_heures r on r.structure_id = l.structure_id and r.lot_id = l.id
                         join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
                        where m.structure_id = :structure and m.facilitateur_id = :moi
                        union all
                       select c.beneficiaire_id from marche m
                         join lot l on l.structure_id = m.structure_id and l.marche_id = m.id
                         join affectation a on a.structure_id = l.structure_id and a.lot_id = l.id
                         join contrat_insertion c on c.structure_id = a.structure_id and c.id = a.contrat_id
                        where m.structure_id = :structure and m.facilitateur_id = :moi))
                   and (%s)%s),
            page as (
                select * from choisi order by a_partir_du, jalon desc, beneficiaire_id, cohorte limit :nombre offset :saut)
            select t.total, p.beneficiaire_id, p.cohorte, p.jalon, p.dernier_mois, p.a_partir_du, p.situation, p.date_reponse,
                   p.personne, p.telephone,
                   (select e.nom from releve_heures r
                      join contrat_insertion c on c.structure_id = r.structure_id and c.id = r.contrat_id
                      join entreprise e on e.structure_id = c.structure_id and e.id = c.employeur_id
                     where c.structure_id = :structure and c.beneficiaire_id = p.beneficiaire_id and r.mois = p.dernier_mois
                     order by r.heures desc, r.id limit 1) as employeur
              from (select count(*) as total from choisi) t
              left join page p on true
             order by p.a_partir_du, p.jalon desc, p.beneficiaire_id, p.cohorte""";

    /** Of a follow-up: its person, or who employed her in the month from which it counts. */
    private static final List<String> TROUVE = List.of("""
            s.beneficiaire_id in (
                select coalesce(fusionne_dans, id) from beneficiaire where structure_id = :structure and recherche like :mot)""", """
            (s.beneficiaire_id, s.dernier_mois) in (
                select c.beneficiaire_id, r.mois from contrat_insertion c
                  join releve_heures r on r.structure_id = c.structure_id and r.contrat_id = c.id
                 where c.structure_id = :structure
                   and c.employeur_id = any (array(select entreprises_nommees(:structure, :mot)))
                   and r.mois between make_date(:premiere, 1, 1) and make_date(:derniere, 12, 31))""");

    private final JdbcClient jdbc;
    private final Clock clock;

    record Extrait(long total, List<SuiviLu> suivis) {

        Extrait {
            suivis = List.copyOf(suivis);
        }
    }

    /**
     * How many of a cohort answered.
     *
     * @param echus of whom the day to call has come
     */
    record Taux(int cohorte, int jalon, long personnes, long echus, long repondus, long injoignables) {}

    record Employeur(String code, String libelle) {}

    Extrait find(DemandeSuivis demande, UtilisateurConnecte moi) {
        return find(demande, PAR_PAGE, moi);
    }

    /** Those of all pages, as many as a file holds. */
    Extrait all(DemandeSuivis demande, UtilisateurConnecte moi) {
        return find(demande.sur(1), Coupure.LIGNES, moi);
    }

    private Extrait find(DemandeSuivis demande, int parPage, UtilisateurConnecte moi) {
        LocalDate jour = moi.dateMetier(clock);
        int premiere = demande.etat() == EtatSuivi.A_APPELER ? jour.getYear() - ANNEES_A_APPELER : PREMIERE_ANNEE;
        return find(
                demande,
                demande.etat().condition(),
                demande.cohorte() == null ? premiere : demande.cohorte(),
                demande.cohorte() == null ? jour.getYear() : demande.cohorte(),
                parPage,
                moi);
    }

    /** One follow-up; empty where the person is not of the cohort. */
    Optional<SuiviLu> one(long beneficiaire, int cohorte, int jalon, UtilisateurConnecte moi) {
        if (cohorte < PREMIERE_ANNEE) return Optional.empty();
        DemandeSuivis demande = DemandeSuivis.personne(beneficiaire, cohorte, jalon);
        return find(demande, "true", cohorte, cohorte, PAR_PAGE, moi).suivis().stream()
                .findFirst();
    }

    private Extrait find(
            DemandeSuivis demande, String condition, int premiere, int derniere, int parPage, UtilisateurConnecte moi) {
        List<SuiviLu> suivis = new ArrayList<>();
        long[] total = {0};
        String trouve = demande.recherche().conditions(TROUVE);
        var requete = jdbc.sql(SUIVIS.formatted(condition, trouve))
                .param("structure", moi.structureId())
                .param("moi", moi.id())
                .param("miens", demande.miens())
                .param("premiere", premiere)
                .param("derniere", derniere)
                .param("jour", moi.dateMetier(clock))
                .param("jalon", demande.jalon(), Types.INTEGER)
                .param("beneficiaire", demande.beneficiaire(), Types.BIGINT)
                .param("entreprise", demande.entreprise(), Types.BIGINT)
                .param("nombre", parPage)
                .param("saut", (demande.page() - 1L) * parPage)
                .params(demande.recherche().parametres());
        requete.query(ligne -> {
            total[0] = ligne.getLong("total");
            if (ligne.getObject("beneficiaire_id") != null) suivis.add(SuivisLignes.read(ligne));
        });
        return new Extrait(total[0], suivis);
    }

    /** The last cohorts, and the one asked for, at 3, 6 and 12 months. */
    List<Taux> rates(@Nullable Integer cohorte, UtilisateurConnecte moi) {
        int annee = moi.dateMetier(clock).getYear();
        int premiere = cohorte == null ? annee - ANNEES_A_APPELER : cohorte;
        return jdbc.sql("""
                        select j.cohorte, j.jalon, count(*) as personnes, count(*) filter (where j.a_partir_du <= :jour) as echus,
                               count(*) filter (where t.situation <> 'NON_RENSEIGNE') as repondus,
                               count(*) filter (where t.situation = 'NON_RENSEIGNE') as injoignables
                          from suivi_jalons(:structure, :premiere, :derniere) j
                          left join situation_suivi t on t.structure_id = :structure and t.beneficiaire_id = j.beneficiaire_id
                                                     and t.cohorte = j.cohorte and t.jalon = j.jalon
                         group by j.cohorte, j.jalon order by j.cohorte desc, j.jalon""")
                .param("structure", moi.structureId())
                .param("premiere", premiere)
                .param("derniere", cohorte == null ? annee : cohorte)
                .param("jour", moi.dateMetier(clock))
                .query(Taux.class)
                .list();
    }

    /** Who employed somebody lately: the choices of the filter. */
    List<Employeur> employers(UtilisateurConnecte moi) {
        return jdbc.sql("""
                        select e.id::text as code, e.nom as libelle from entreprise e
                         where e.structure_id = :structure and e.id in (
                               select c.employeur_id from heure_comptee h
                                 join contrat_insertion c on c.structure_id = h.structure_id and c.id = h.contrat_id
                                where h.structure_id = :structure and h.mois >= :depuis)
                         order by e.nom_normalise, e.id""")
                .param("structure", moi.structureId())
                .param("depuis", LocalDate.of(moi.dateMetier(clock).getYear() - ANNEES_A_APPELER, 1, 1))
                .query(Employeur.class)
                .list();
    }
}
