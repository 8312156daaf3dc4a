using System.Globalization;

namespace Senet.Tests;

/// <summary>Runs something as a machine with another language would.</summary>
static class InCulture
{
    public static T Run<T>(string culture, Func<T> action)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            return action();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
