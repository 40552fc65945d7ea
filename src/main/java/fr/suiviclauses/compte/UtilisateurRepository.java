package fr.suiviclauses.compte;

import fr.suiviclauses.securite.Role;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Query;

interface UtilisateurRepository extends JpaRepository<Utilisateur, Long> {

    @Query("select u from Utilisateur u join fetch u.structure where u.email = :email and u.actif")
    Optional<Utilisateur> findActiveByEmail(String email);

    boolean existsByEmail(String email);

    @Query("""
            select count(u) from Utilisateur u join UtilisateurRole r on r.utilisateurId = u.id
             where r.role = fr.suiviclauses.securite.Role.ADMINISTRATEUR and u.motDePasse is not null
               and u.email not like '%@demonstration.example'""")
    long countOwnAdministrators();

    @Query("select r.role from UtilisateurRole r where r.utilisateurId = :utilisateurId")
    Set<Role> roles(long utilisateurId);

    @Query("""
            select u from JetonApi j join Utilisateur u on u.id = j.utilisateurId join fetch u.structure
             where j.empreinte = :empreinte and j.revoqueLe is null and u.actif""")
    Optional<Utilisateur> findByJeton(String empreinte);
}
