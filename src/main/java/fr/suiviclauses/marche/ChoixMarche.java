package fr.suiviclauses.marche;

import fr.suiviclauses.liste.Liste;
import fr.suiviclauses.securite.UtilisateurConnecte;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the forms of marchés and lots let choose: what is in use, and what the record already has. */
@Component
@RequiredArgsConstructor
class ChoixMarche {

    private final JdbcClient jdbc;

    List<Liste.Option> donneurs(String courant, UtilisateurConnecte moi) {
        return options("""
                select id::text as code, nom as libelle from donneur_ordre
                 where structure_id = :structure and fusionne_dans is null and (actif or id::text = :courant)
                 order by nom_normalise, id""", courant, moi);
    }

    List<Liste.Option> operations(String courant, UtilisateurConnecte moi) {
        return options("""
                select id::text as code, nom as libelle from operation
                 where structure_id = :structure and (actif or id::text = :courant) order by nom_normalise, id""", courant, moi);
    }

    List<Liste.Option> facilitateurs(String courant, UtilisateurConnecte moi) {
        return options("""
                select u.id::text as code, u.nom as libelle from utilisateur u
                 where u.structure_id = :structure
                   and (u.id::text = :courant or u.actif and exists (
                        select from utilisateur_role r where r.structure_id = u.structure_id and r.utilisateur_id = u.id
                           and r.role = 'FACILITATEUR'))
                 order by u.nom, u.id""", courant, moi);
    }

    /** By group, as the report lists them. */
    List<Liste.Option> familles(String courant, UtilisateurConnecte moi) {
        return options("""
                select f.id::text as code, f.groupe || ' – ' || f.nom as libelle from famille_achat f
                  join groupe_famille g on g.libelle = f.groupe
                 where f.structure_id = :structure and (f.actif or f.id::text = :courant)
                 order by g.ordre, f.nom_normalise, f.id""", courant, moi);
    }

    private List<Liste.Option> options(String sql, String courant, UtilisateurConnecte moi) {
        return jdbc.sql(sql)
                .param("structure", moi.structureId())
                .param("courant", courant.matches("[0-9]{1,18}") ? courant : "")
                .query(Liste.Option.class)
                .list();
    }
}
