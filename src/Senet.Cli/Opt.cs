using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Senet.Cli;

/// <summary>Options of the kinds the commands use. Values are null where the user gave none; numbers are read in the invariant culture.</summary>
static class Opt
{
    /// <summary>Reads a value from its text; false where the text is none.</summary>
    public delegate bool Parser<T>(string text, out T value);

    public static Option<int?> Whole(string name, string description, string value = "N") => Parsed(
        name, description, value, "a whole number", (string text, out int number) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number));

    public static Option<double?> Number(string name, string description, string value = "X") => Parsed(
        name, description, value, "a number such as 0.1", (string text, out double number) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out number));

    public static Option<string?> Text(string name, string description, string value) => new(name) { Description = description, HelpName = value };

    public static Option<bool> Flag(string name, string description) => new(name) { Description = description };

    /// <summary>On when named alone; <c>false</c> behind it turns it off.</summary>
    public static Option<bool?> Switch(string name, string description) => new(name) { Description = description, Arity = ArgumentArity.ZeroOrOne };

    public static Option<T?> Choice<T>(string name, string description, params (string Name, T Value)[] choices)
        where T : struct
    {
        string[] names = [.. choices.Select(choice => choice.Name)];
        Option<T?> option = Parsed(name, description, string.Join('|', names), string.Join(", ", names), (string text, out T value) =>
        {
            int index = Array.FindIndex(choices, choice => choice.Name.Equals(text, StringComparison.OrdinalIgnoreCase));
            value = index < 0 ? default : choices[index].Value;
            return index >= 0;
        });
        option.CompletionSources.Add(names);
        return option;
    }

    /// <summary>An option whose text <paramref name="parse"/> reads; <paramref name="expected"/> ends the message about text that it refuses.</summary>
    public static Option<T?> Parsed<T>(string name, string description, string value, string expected, Parser<T> parse)
        where T : struct => new(name)
        {
            Description = description,
            HelpName = value,
            CustomParser = result => Parse(result, expected, parse),
        };

    public static Option<string?> Device(string description = "Where to compute: auto (default), cpu, cuda, cuda:N or mps.") => Text("--device", description, "DEVICE");

    public static Option<int?> Threads() => Whole("--threads", "Threads of libtorch (default: all processors).");

    public static Option<bool> IgnoreOrientation() => Flag("--ignore-orientation", "Take photos as they are stored, not turned upright as their EXIF data says.");

    /// <summary>Whether the user gave the option.</summary>
    public static bool IsGiven(this ParseResult parsed, Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>Checks that a value is at least <paramref name="minimum"/> where it was given.</summary>
    /// <exception cref="UsageException">It is below.</exception>
    public static int? AtLeast(this int? value, int minimum, string option) => value is null || value >= minimum
        ? value
        : throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{option} {value}: expected at least {minimum}"));

    static T? Parse<T>(ArgumentResult result, string expected, Parser<T> parse)
        where T : struct
    {
        string text = result.Tokens.Count == 0 ? "" : result.Tokens[0].Value;
        if (parse(text, out T value))
            return value;
        result.AddError($"{(result.Parent as OptionResult)?.Option.Name} {text}: expected {expected}");
        return null;
    }
}
