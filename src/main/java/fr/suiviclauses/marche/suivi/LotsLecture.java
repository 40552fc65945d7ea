package fr.suiviclauses.marche.suivi;

import fr.suiviclauses.avancement.Avancement;
import fr.suiviclauses.avancement.AvancementLecture;
import fr.suiviclauses.avancement.Avancements;
import fr.suiviclauses.avancement.Portee;
import fr.suiviclauses.commun.DateFrancaise;
import fr.suiviclauses.commun.NombreAffiche;
import fr.suiviclauses.commun.Typographie;
import fr.suiviclauses.marche.lot.LotConcerne;
import fr.suiviclauses.marche.obligation.NatureMouvement;
import fr.suiviclauses.referentiel.TypeClause;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Reads the lots of a marché: what each owes on a day, what was done by then, its movements, what is at odds in it. */
@Component
@RequiredArgsConstructor
class LotsLecture {

    private final JdbcClient jdbc;
    private final AvancementLecture avancements;

    /**
     * The lots of a marché.
     *
     * @param total null where there is but one lot
     */
    record Lots(List<MarchePage.Lot> lots, @Nullable Avancement total) {}

    private record MouvementDeLot(long lot, MarchePage.Mouvement mouvement) {}

    Lots read(long marche, LocalDate au, UtilisateurConnecte moi) {
        Map<Long, List<MarchePage.Mouvement>> mouvements = mouvements(marche, au, moi);
        Avancements faits = avancements.read(Portee.MARCHE, marche, au, moi);
        List<MarchePage.Lot> lots = jdbc.sql("""
                        with clauses as (
                            select c.lot_id, string_agg(c.type, '|' order by c.type) as codes,
                                   string_agg(distinct avertissement_clause(c.type, d.nature), '|') as avertissements
                              from lot l
                              join lot_clause c on c.structure_id = l.structure_id and c.lot_id = l.id
                              join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                              join donneur_ordre d on d.structure_id = m.structure_id and d.id = m.donneur_ordre_id
                             where l.structure_id = :structure and l.marche_id = :marche group by c.lot_id),
                        parts as (
                            select p.lot_id, sum(p.part) as somme from lot l
                              join participation p on p.structure_id = l.structure_id and p.lot_id = l.id
                             where l.structure_id = :structure and l.marche_id = :marche and p.role in ('TITULAIRE', 'COTRAITANT')
                             group by p.lot_id)
                        select l.id, l.numero, l.objet, l.euros_par_heure, f.nom as famille, f.groupe,
                               c.codes, c.avertissements, avertissement_type(m.type, f.groupe) as avertissement_type, t.somme as parts
                          from lot l
                          join marche m on m.structure_id = l.structure_id and m.id = l.marche_id
                          join famille_achat f on f.structure_id = l.structure_id and f.id = l.famille_id
                          left join clauses c on c.lot_id = l.id
                          left join parts t on t.lot_id = l.id
                         where l.structure_id = :structure and l.marche_id = :marche
                         order by length(l.numero), l.numero, l.id""")
                .param("structure", moi.structureId())
                .param("marche", marche)
                .query((ligne, rang) -> lot(ligne, faits, mouvements))
                .list();
        return new Lots(lots, lots.size() < 2 ? null : faits.total());
    }

    private static MarchePage.Lot lot(
            ResultSet ligne, Avancements faits, Map<Long, List<MarchePage.Mouvement>> mouvements) throws SQLException {
        String famille = ligne.getString("famille");
        return new MarchePage.Lot(
                ligne.getLong("id"),
                ligne.getString("numero"),
                LotConcerne.titre(ligne.getString("numero"), ligne.getString("objet"), famille),
                ligne.getString("groupe") + ", " + famille,
                labels(ligne.getString("codes")),
                ligne.getBigDecimal("euros_par_heure"),
                faits.lot(ligne.getLong("id")),
                mouvements.getOrDefault(ligne.getLong("id"), List.of()),
                warnings(ligne));
    }

    private static String labels(@Nullable String codes) {
        return codes == null
                ? ""
                : Arrays.stream(codes.split("\\|", -1))
                        .map(code -> TypeClause.valueOf(code).libelle())
                        .collect(Collectors.joining(", "));
    }

    private static List<String> warnings(ResultSet ligne) throws SQLException {
        List<String> phrases = new ArrayList<>();
        String clauses = ligne.getString("avertissements");
        if (clauses != null) phrases.addAll(Stream.of(clauses.split("\\|", -1)).toList());
        String type = ligne.getString("avertissement_type");
        if (type != null) phrases.add(type);
        BigDecimal parts = ligne.getBigDecimal("parts");
        if (parts != null && parts.compareTo(BigDecimal.valueOf(100)) > 0)
            phrases.add("Les parts du titulaire et des cotraitants font " + NombreAffiche.of(parts, 2) + "\u202f%.");
        return phrases.stream().map(Typographie::insecables).toList();
    }

    /** The movements of each lot, with the obligation from each one's day on. */
    private Map<Long, List<MarchePage.Mouvement>> mouvements(long marche, LocalDate au, UtilisateurConnecte moi) {
        return jdbc
                .sql("""
                        select o.id, o.lot_id, o.nature, o.date_effet, o.heures, o.montant_ht, o.motif, o.date_effet <= :au as en_vigueur,
                               sum(o.heures) over (partition by o.lot_id order by o.date_effet, o.id) as obligation
                          from lot l
                          join mouvement_obligation o on o.structure_id = l.structure_id and o.lot_id = l.id
                         where l.structure_id = :structure and l.marche_id = :marche
                         order by o.lot_id, o.date_effet, o.id""")
                .param("structure", moi.structureId())
                .param("marche", marche)
                .param("au", au)
                .query((ligne, rang) -> new MouvementDeLot(ligne.getLong("lot_id"), mouvement(ligne)))
                .stream()
                .collect(Collectors.groupingBy(
                        MouvementDeLot::lot, Collectors.mapping(MouvementDeLot::mouvement, Collectors.toList())));
    }

    private static MarchePage.Mouvement mouvement(ResultSet ligne) throws SQLException {
        NatureMouvement nature = NatureMouvement.valueOf(ligne.getString("nature"));
        BigDecimal heures = ligne.getBigDecimal("heures");
        String date = DateFrancaise.affiche(ligne.getObject("date_effet", LocalDate.class));
        return new MarchePage.Mouvement(
                nature.libelle(),
                date,
                heures,
                ligne.getBigDecimal("obligation"),
                ligne.getBigDecimal("montant_ht"),
                ligne.getString("motif"),
                ligne.getBoolean("en_vigueur"),
                opposite(ligne.getLong("lot_id"), nature, heures, date));
    }

    /** Never changed, only compensated: the form opens on the opposite, on the same day. */
    private static String opposite(long lot, NatureMouvement nature, BigDecimal heures, String date) {
        return UriComponentsBuilder.fromPath("/lots/" + lot + "/mouvements/nouveau")
                .queryParam("nature", nature == NatureMouvement.INITIAL ? NatureMouvement.AVENANT : nature)
                .queryParam("heures", "{heures}")
                .queryParam("dateEffet", "{date}")
                .queryParam("motif", "{motif}")
                .encode()
                .buildAndExpand(
                        NombreAffiche.of(heures.negate(), 2),
                        date,
                        "Compense «\u00a0" + nature.libelle() + "\u00a0» du " + date)
                .toUriString();
    }
}
