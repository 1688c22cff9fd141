// The frame of a table with a column for each arm.
import type { ReactNode } from 'react';
import { HeaderCell, Row, Table } from '@/components/ui/table';
import type { ExperimentDetail } from '@/lib/core/api/experiment';
import { useArmName } from './use-arm-name';

interface ArmColumnsProps {
  experiment: ExperimentDetail;
  /** Their ids, in the order of the columns. */
  arms: readonly string[];
  /** A row for each thing that is told of them. */
  children: ReactNode;
}

export function ArmColumns({ experiment, arms, children }: ArmColumnsProps) {
  const nameOf = useArmName(experiment.arms);
  return (
    <div className="overflow-x-auto">
      <Table data-drawing>
        <thead>
          <Row>
            <HeaderCell />
            {arms.map((arm) => (
              <HeaderCell key={arm} isNumeric>
                {nameOf(arm)}
              </HeaderCell>
            ))}
          </Row>
        </thead>
        <tbody>{children}</tbody>
      </Table>
    </div>
  );
}
