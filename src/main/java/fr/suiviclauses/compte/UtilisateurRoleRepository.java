package fr.suiviclauses.compte;

import org.springframework.data.jpa.repository.JpaRepository;

interface UtilisateurRoleRepository extends JpaRepository<UtilisateurRole, UtilisateurRole.Cle> {}
