package fr.suiviclauses.marche.operation;

import java.util.Optional;
import org.springframework.data.repository.Repository;

interface OperationRepository extends Repository<Operation, Long> {

    Optional<Operation> findByStructureIdAndId(long structureId, long id);

    Operation saveAndFlush(Operation operation);

    void delete(Operation operation);

    void flush();
}
