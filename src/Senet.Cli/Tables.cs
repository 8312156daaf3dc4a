using Senet.Data;
using Spectre.Console;

namespace Senet.Cli;

/// <summary>Tables in one style; a column whose head starts with <c>&gt;</c> is aligned right.</summary>
static class Tables
{
    public static Table Create(params string[] heads)
    {
        var table = new Table { Border = TableBorder.Simple, ShowRowSeparators = false };
        foreach (string head in heads)
        {
            bool right = head.StartsWith('>');
            var column = new TableColumn(new Text(right ? head[1..] : head)) { Alignment = right ? Justify.Right : Justify.Left };
            if (right)
                column.NoWrap();
            table.AddColumn(column);
        }
        return table;
    }

    /// <summary>Adds a row of plain text: brackets in class and file names are no markup, and control characters are escaped.</summary>
    public static void Row(this Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Text(ImageFiles.Printable(cell))));
}
