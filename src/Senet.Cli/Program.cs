using System.Globalization;
using System.Text;
using Senet.Cli;

// Numbers and messages are the same on every machine, whatever its language.
CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
if (OperatingSystem.IsWindows())
    Console.OutputEncoding = Encoding.UTF8;
return SenetCli.Run(args, Terminal.ForProcess());
