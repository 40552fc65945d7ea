package fr.suiviclauses.compte;

import org.springframework.data.jpa.repository.JpaRepository;

interface JetonApiRepository extends JpaRepository<JetonApi, Long> {}
